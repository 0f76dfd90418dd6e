import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@retorquere/bibtex-parser'
import { expect, type Page, test } from 'playwright/test'
import { project, tinySite } from '../support/sites.ts'
import { smallManuscript } from './build-kills.ts'
import { build, fingerprintOf } from './builds.ts'
import { DevServer } from './dev-server.ts'
import { apply, cases, links, makeLinks, opened, orders, perhaps, title } from './hostile-cases.ts'

const port = Number(new URL(tinySite.address).port) + 9
const work = join(project, '.pamphlet-tests', `hostile-${port}`)
const manuscriptIn = (name: string) => smallManuscript(join(work, name))
const nameOf = (folder: string) => folder.slice(project.length + 1)

test.beforeAll(() => {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
})

test.afterAll(() => {
  // Nothing has been written, neither where the commands ran nor where they work.
  const working = ['.pamphlet', '.pamphlet-tests', '.astro', 'src', 'content', 'public']
    .map((name) => join(project, name))
    .filter(existsSync)
  expect([...opened(working), ...(existsSync(join(project, 'OPENED')) ? ['OPENED'] : [])]).toEqual([])
  rmSync(work, { recursive: true, force: true })
})

// One build and one server tell of all mistakes at once.
test.describe('what is refused', () => {
  test.describe.configure({ mode: 'serial' })

  let lines: ReadonlyMap<string, number | undefined>
  let manuscript: string
  const reports: Record<string, string> = {}

  test.beforeAll(() => {
    manuscript = manuscriptIn('refused')
    lines = apply(cases, manuscript)
  })

  test('ends the build, and the last site stays as it is; what leads out of the manuscript is named and not followed', async () => {
    const site = join(work, 'site')
    cpSync(tinySite.folder, site, { recursive: true })
    const before = fingerprintOf(site)
    const secret = join(work, 'secret.mdx')
    writeFileSync(secret, '---\nname: Secret\nkind: concept\n---\n\nThe words of another folder.\n')
    // These links are those of Unix.
    const made = process.platform === 'win32' ? [] : links
    if (made.length > 0) makeLinks(manuscript, secret)
    const { code, output } = await build(manuscript, site).done
    for (const link of made) rmSync(join(manuscript, link))
    reports.build = output
    expect(code, output).toBe(1)
    expect(output).toContain('Nothing was published; the last build is as it was.')
    expect(output).not.toMatch(/root:|words of another folder|^\s+at .*:\d+:\d+\)?$|ELOOP/mu)
    for (const link of made) expect(output).toMatch(new RegExp(`^${nameOf(manuscript)}/${link}:\\d+:\\d+ {2}error {2}[a-z-]+$`, 'mu'))
    expect(fingerprintOf(site)).toEqual(before)
  })

  test('is refused while one writes, in the browser too; no page is made of it, and they come when it is mended', async ({ page }) => {
    const server = await new DevServer(nameOf(manuscript), port).start()
    try {
      await expect.poll(() => server.output).toContain('Nothing was published')
      for (const path of ['/', '/one/', '/about/', '/glossary/picture/', '/sources/function/']) {
        const answer = await fetch(server.address + path, { headers: { accept: 'text/html' } })
        expect(await answer.text(), path).not.toContain('<article')
        await fetch(server.address + path)
      }
      reports.dev = server.output.replaceAll(nameOf(server.folder), nameOf(manuscript))
      await expect(async () => {
        await page.goto(`${server.address}/one/`)
        await expect(page.locator('vite-error-overlay')).toContainText('mistakes in the manuscript', { timeout: 10_000 })
      }).toPass()
      const mended = manuscriptIn('mended')
      writeFileSync(join(mended, 'pages/about.mdx'), `---\ntitle: About\n---\n\n${orders.join('\n\n')}\n`)
      server.become(mended)
      await expect(page.locator('article')).toBeVisible()
      await expect(page.locator('vite-error-overlay')).toHaveCount(0)
      const about = await fetch(`${server.address}/about/`, { headers: { accept: 'text/html' } })
      expect(await about.text()).toContain('The words export default function MDXContent')
    } finally {
      await server.stop()
    }
  })

  test('is named with its file and line, each', () => {
    const unnamed = Object.entries(cases).flatMap(([what, { file, code }]) => {
      const place = `${nameOf(manuscript)}/${file.replaceAll(/[.?]/gu, '\\$&')}:${lines.get(what) ?? '\\d+'}:\\d+ {2}error {2}${code ?? '[a-z-]+'}`
      return Object.entries(reports).flatMap(([command, report]) =>
        new RegExp(`^${place}$`, 'mu').test(report) ? [] : [`${what}, in the report of ${command}`],
      )
    })
    expect(Object.keys(reports)).toEqual(['build', 'dev'])
    expect(unnamed).toEqual([])
  })
})

test.describe('what is published', () => {
  const site = join(work, 'published-site')
  let manuscript: string
  const htmlOf = (page: string) => readFileSync(join(site, page, 'index.html'), 'utf8')

  test.beforeAll('is all that was not refused at its line', async () => {
    manuscript = manuscriptIn('published')
    writeFileSync(join(manuscript, 'pages/about.mdx'), `---\ntitle: About\n---\n\n${orders.join('\n\n')}\n`)
    writeFileSync(join(manuscript, 'sources/guild-minutes.yaml'), `type: document\ntitle: ${JSON.stringify(title)}\nissued: '1911'\n`)
    apply(perhaps, manuscript)
    const circumstances = { PAMPHLET_EDITIONS: 'web' }
    let built = await build(manuscript, site, { circumstances }).done
    if (built.code === 1) {
      const refused = Object.values(perhaps).filter(({ file }) => new RegExp(`/${file}:\\d+:\\d+ {2}error {2}`, 'u').test(built.output))
      expect(refused.length, built.output).toBeGreaterThan(0)
      for (const { file } of refused) cpSync(join(project, 'src/diagnostics/fixtures/_base', file), join(manuscript, file))
      built = await build(manuscript, site, { circumstances }).done
    }
    expect(built.code, built.output).toBe(0)
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
    const { broken, elements } = await readXml(page, readFileSync(join(site, 'feed.xml'), 'utf8'))
    expect(broken).toBe(false)
    expect(elements.filter((name) => /^(?:script|iframe|object)$/u.test(name))).toEqual([])
  })

  test('names are names for a reader of BibTeX', () => {
    const { entries, errors } = parse(readFileSync(join(site, 'bibliography.bib'), 'utf8'))
    expect(errors).toEqual([])
    expect(entries.flatMap(({ fields }) => JSON.stringify(fields.note ?? ''))).not.toContainEqual(expect.stringContaining('OPENED'))
  })

  test('pictures run nothing and ask no other host', async ({ page }) => {
    const pictures = [...htmlOf('one').matchAll(/src="([^"]+\.svg)"/gu)].map(([, path]) =>
      readFileSync(join(site, 'one', path ?? ''), 'utf8'),
    )
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) {
      const { broken, elements, attributes, instructions } = await readXml(page, picture)
      expect({ broken, instructions }).toEqual({ broken: false, instructions: [] })
      expect(elements.filter((name) => /^(?:script|foreignobject|iframe|handler|set|animate)$/iu.test(name))).toEqual([])
      expect(
        attributes.filter(
          ([name, value]) => /^on/iu.test(name) || (/^(?:https?:|\/\/|javascript:|data:text)/iu.test(value.trim()) && name !== 'xmlns'),
        ),
      ).toEqual([])
    }
  })
})

/** What a browser reads in a document of XML. */
const readXml = (page: Page, xml: string) =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'application/xml')
    const elements = [...read.querySelectorAll('*')]
    return {
      broken: elements.some(({ localName }) => localName === 'parsererror'),
      elements: elements.map(({ localName }) => localName),
      attributes: elements.flatMap((element) => [...element.attributes].map(({ name, value }): [string, string] => [name, value])),
      instructions: [...read.childNodes]
        .filter(({ nodeType }) => nodeType === Node.PROCESSING_INSTRUCTION_NODE)
        .map(({ nodeName }) => nodeName),
    }
  }, xml)
