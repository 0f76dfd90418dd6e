import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { expect, type TestInfo, test } from 'playwright/test'
import { manuscripts, picture } from '../../src/testing/good-input/manuscripts.ts'
import { miniature, partWith } from '../../src/testing/miniature.ts'
import { filesOf, htmlOf, pagesOf, type Site, seriesOf } from '../support/sites.ts'
import { build } from './builds.ts'

type File = { readonly path: string; readonly text: string }

test('30 small manuscripts of everything the language allows become pages that pass the site’s own checks', async ({
  browserName: _,
}, testInfo) => {
  // Only what hangs takes so long.
  test.setTimeout(600_000)
  // Side by side in one series: 30 builds would take six minutes, and find no more than this one.
  const prefixes = Array.from({ length: 30 }, (_, i) => `m${i + 1}`)
  const [files = []] = fc.sample(manuscripts(prefixes), { seed: 1905, numRuns: 1 })
  const site = await publish(files, testInfo)
  expect(await mistakesIn(site)).toEqual([])
  expect(lostPlacesIn(site)).toEqual([])
})

test('a series of one part, and nothing else, offers nothing that it does not have', async ({ browserName: _ }, testInfo) => {
  const text = '---\ntitle: The lamp\npart: 1\ndescription: A lamp.\npublished: 2026-01-01\n---\n\nIt burned.\n'
  const fields = 'title: Lamps\nslug: lamps\nlanguage: en-GB\ndescription: On lamps.\nauthors: [{ literal: Us }]\n'
  const rights = 'rights: { name: CC0, url: https://creativecommons.org/publicdomain/zero/1.0/ }\nparts: [the-lamp]\n'
  const site = await publish(
    [
      { path: 'series.yaml', text: fields + rights },
      { path: 'parts/the-lamp.mdx', text },
    ],
    testInfo,
  )
  expect(await mistakesIn(site)).toEqual([])
  expect(lostPlacesIn(site)).toEqual([])
  const links = pagesOf(site).flatMap((page) =>
    [...htmlOf(site, page).matchAll(/<a\b[^>]*?\shref="([^"]*)"/gu)].map(([, href = '']) => new URL(href, `https://a.test${page}`)),
  )
  const offered = new Set(links.map(({ pathname, hash }) => pathname + hash))
  for (const missing of ['/notes/', '/glossary/', '/timeline/', '/places/', '/the-lamp/#doc-endnotes'])
    expect([...offered]).not.toContain(missing)
  const said = ['/', '/the-lamp/'].map((page) => wordsOf(htmlOf(site, page)))
  for (const words of said) expect(words).toMatch(/2 words, about 1 minute(?! ·)/u)
  for (const words of said) expect(words).not.toMatch(/\bPart 1\b|(?<![.\d])0 |\bno notes\b/u)
})

test('plain Markdown and parts without notes are published, and what is one is counted as one', async ({ browserName: _ }, testInfo) => {
  const parts = {
    'parts/one.mdx': partWith('The light was lit.[^a]\n\n[^a]: The <Term id="keepers-guild"/> kept it.'),
    'parts/two.mdx': partWith(verses, 2),
    'parts/three.mdx': partWith(
      'La lampe de la <Term id="keepers-guild">guilde</Term> brûlait, selon <Source id="vardas-almanac" locator="p. 2"/>.\n\n<Chart id="oil"/>',
      3,
    ),
  }
  const home = '---\ntitle: The keepers of the light\n---\n\nBegin with [the lamp](/one/).\n\n- one\n- two\n'
  const files = await miniature({ ...parts, 'pages/home.mdx': home })
  const site = await publish(
    files.map(({ path, text }) => ({ path, text: text.replace('parts: [one]', 'parts: [one, two, three]') })),
    testInfo,
  )
  expect(await mistakesIn(site)).toEqual([])
  expect(lostPlacesIn(site)).toEqual([])
  expect(wordsOf(htmlOf(site, '/one/'))).toContain('4 words, about 1 minute · 1 note')
  expect(wordsOf(htmlOf(site, '/three/'))).toMatch(/about 1 minute(?! ·)/u)
  expect(htmlOf(site, '/three/')).not.toContain('doc-endnotes')
  expect(wordsOf(htmlOf(site, '/'))).toContain('2 notes')
  expect([...htmlOf(site, '/two/').matchAll(/<h[2-6] id="([^"]*)"/gu)].map(([, id]) => id)).toEqual([
    'doc-contents',
    '1905-a-rehearsal',
    'notes',
    'notes-1',
    'vardas',
    'section',
    'doc-endnotes',
  ])
})

const verses = `## 1905: a rehearsal

A line of verse,  
and the next.[^b]

| a | b |
|---|--:|
| 1 | 2 |

Text.

| c | d |
|---|---|
| 3 | 4 |

- [ ] To be done
- [x] Done

## Notes

One.

## Notes

***

## <Term id="vardas"/>

Two.

## 🎉

[^b]: A note.

    \`\`\`
    code
    \`\`\``

/** Builds a manuscript into a folder of the test. */
async function publish(files: readonly File[], testInfo: TestInfo): Promise<Site> {
  const content = testInfo.outputPath('content')
  for (const { path, text } of files) {
    const file = join(content, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, path.startsWith('pictures/') ? picture : text)
  }
  const site = { name: 'generated', folder: testInfo.outputPath('site'), address: '' }
  const { code, output } = await build(content, site.folder).done
  expect(code, output).toBe(0)
  return site
}

/** What `npm run check:html` finds, on every page, card and single file. */
async function mistakesIn(site: Site): Promise<string[]> {
  const validator = new HtmlValidate(new FileSystemConfigLoader())
  const found: string[] = []
  for (const path of filesOf(site).filter((path) => path.endsWith('.html'))) {
    // Named as a file of the project, whose settings are meant.
    const { results } = await validator.validateString(htmlOf(site, path), join(import.meta.dirname, '../..', 'page.html'))
    found.push(
      ...results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
      ),
    )
  }
  return found
}

/** Addresses that the series names and its pages do not have. */
const lostPlacesIn = (site: Site): string[] =>
  seriesOf(site).parts.flatMap(({ href, sections, paragraphs, notes }) => {
    const ids = new Set([...htmlOf(site, href).matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id))
    const named = [
      ...sections.map(({ id }) => id),
      ...paragraphs.map(({ key }) => `p-${key}`),
      ...notes.flatMap(({ id, references }) => [`note-${id}`, ...references.map((reference) => reference.id)]),
    ]
    return named.filter((id) => !ids.has(id)).map((id) => `${href}#${id}`)
  })

const wordsOf = (html: string) =>
  html
    .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
