import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@retorquere/bibtex-parser'
import { expect, test } from 'playwright/test'
import { project, tinySite } from '../support/sites.ts'
import { smallManuscript } from './build-kills.ts'
import { build, fingerprintOf } from './builds.ts'
import { apply, cases, links, makeLinks, opened, orders, published, title, unnamedIn } from './hostile-cases.ts'

const work = join(project, '.pamphlet-tests', `hostile-${new URL(tinySite.address).port}`)
const manuscriptIn = (name: string) => smallManuscript(join(work, name))

test.beforeAll(() => {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
})

test.afterAll(() => {
  expect(opened()).toEqual([])
  rmSync(work, { recursive: true, force: true })
})

// One build tells of all mistakes at once; that a server for writing does, `dev.spec.ts` asks.
test('what is hostile ends the build, each named with its file and line, and the last site stays as it is; what leads out of the manuscript is named and not followed', async () => {
  const manuscript = manuscriptIn('refused')
  const name = manuscript.slice(project.length + 1)
  const lines = apply(cases, manuscript)
  const site = join(work, 'site')
  cpSync(tinySite.folder, site, { recursive: true })
  const before = fingerprintOf(site)
  const secret = join(work, 'secret.mdx')
  writeFileSync(secret, '---\nname: Secret\nkind: concept\n---\n\nThe words of another folder.\n')
  // These links are those of Unix.
  const made = process.platform === 'win32' ? [] : links
  if (made.length > 0) makeLinks(manuscript, secret)
  const { code, output } = await build(manuscript, site).done
  expect(code, output).toBe(1)
  expect(output).toContain('Nothing was published; the last build is as it was.')
  expect(output).not.toMatch(/root:|words of another folder|^\s+at .*:\d+:\d+\)?$|ELOOP/mu)
  for (const link of made) expect(output).toMatch(new RegExp(`^${name}/${link}:\\d+:\\d+ {2}error {2}[a-z-]+$`, 'mu'))
  expect(unnamedIn(output, name, lines)).toEqual([])
  expect(fingerprintOf(site)).toEqual(before)
})

test.describe('what is published', () => {
  const site = join(work, 'published-site')
  const htmlOf = (page: string) => readFileSync(join(site, page, 'index.html'), 'utf8')

  test.beforeAll(async () => {
    const manuscript = manuscriptIn('published')
    writeFileSync(join(manuscript, 'pages/about.mdx'), `---\ntitle: About\n---\n\n${orders.join('\n\n')}\n`)
    writeFileSync(join(manuscript, 'sources/guild-minutes.yaml'), `type: document\ntitle: ${JSON.stringify(title)}\nissued: '1911'\n`)
    apply(published, manuscript)
    const { code, output } = await build(manuscript, site, { circumstances: { PAMPHLET_EDITIONS: 'web' } }).done
    expect(code, output).toBe(0)
  })

  test('orders to the programs on the way are the words they are', () => {
    const words = htmlOf('about')
      .replace(/<[^>]+>/gu, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
    for (const order of orders) expect(words).toContain(order.replace(/^\{.*?\}/u, '').replaceAll('`', ''))
    expect(JSON.parse(readFileSync(join(site, 'series.json'), 'utf8')).sources.map((source: { title: string }) => source.title)).toContain(
      title,
    )
  })

  test('titles are titles for a reader of feeds', async ({ page }) => {
    const { broken, elements } = await page.evaluate(
      (text) => {
        const read = new DOMParser().parseFromString(text, 'application/xml')
        const names = [...read.querySelectorAll('*')].map(({ localName }) => localName)
        return { broken: names.includes('parsererror'), elements: names }
      },
      readFileSync(join(site, 'feed.xml'), 'utf8'),
    )
    expect(broken).toBe(false)
    expect(elements.filter((name) => /^(?:script|iframe|object)$/u.test(name))).toEqual([])
  })

  test('names are names for a reader of BibTeX', () => {
    const { entries, errors } = parse(readFileSync(join(site, 'bibliography.bib'), 'utf8'))
    expect(errors).toEqual([])
    expect(entries.flatMap(({ fields }) => JSON.stringify(fields.note ?? ''))).not.toContainEqual(expect.stringContaining('OPENED'))
  })
})
