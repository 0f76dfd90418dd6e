import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { wordsOf } from '../../locales/words.ts'
import { answer } from '../../reader/search/rank-results.ts'
import { SearchEngine } from '../../reader/search/search-engine.ts'
import type { SearchSupplier } from '../../reader/search/search-supplier.ts'
import { buildSeries } from '../../series/build-series.ts'
import { miniature, partWith } from '../../testing/miniature.ts'
import { parsePage } from '../html.ts'
import { passagesOf } from '../text-of-page.ts'
import { publishedFiles } from './index-files.ts'
import { makeIndex } from './make-index.ts'
import { recordsOfPart } from './records.ts'

/**
 * A file of `probes/`: paragraphs and terms of a series in a language, and what a reader asks. `finds` are the names of all
 * paragraphs and terms that must be found, and of no others; `first` is the one that must come first.
 */
type Probes = {
  readonly language: string
  readonly terms?: Readonly<Record<string, object>>
  readonly texts: Readonly<Record<string, string>>
  readonly probes: readonly { readonly ask: string; readonly finds: readonly string[]; readonly first?: string }[]
}

const folder = join(import.meta.dirname, 'probes')
const all = readdirSync(folder).map((name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Probes] as const)

/** The search of a miniature series with these texts. */
async function supplierOf({ language, terms = {}, texts }: Probes): Promise<SearchSupplier> {
  const glossary = Object.entries(terms).map(([id, term]) => [
    `glossary/${id}.mdx`,
    `---\n${stringify({ kind: 'person', ...term })}---\n\nText.\n`,
  ])
  const files = await miniature({
    ...Object.fromEntries(glossary),
    'parts/one.mdx': partWith(Object.values(texts).join('\n\n')),
  })
  const { series, diagnostics } = buildSeries(
    files.map((file) => (file.path === 'series.yaml' ? { ...file, text: file.text.replace('en-GB', language) } : file)),
  )
  const [part] = series?.parts ?? []
  assert.ok(series && part, diagnostics.map(({ message }) => message).join('\n'))
  const paragraphs = Object.entries(texts).map(([id, text], i) => `<p id="p-${id}" data-paragraph="${i + 1}">${text}</p>`)
  const passages = passagesOf(parsePage(`<article><h1>${part.title}</h1>${paragraphs.join('')}</article>`))
  const { files: made } = await makeIndex(series, [recordsOfPart(part, series, passages, wordsOf(series))])
  const published = new Map((await publishedFiles(made, false, false)).files.map(({ path, content }) => [path, content]))
  const read = (name: string) => {
    const content = published.get(name)
    if (!content) throw new Error(`no ${name}`)
    return content as Uint8Array<ArrayBuffer>
  }
  return {
    load: async () => undefined,
    read: async (name) => new Response(read(name)),
    linkTo: (url) => url,
    reachesOthers: false,
  }
}

/** The names, in the file, of what is found. */
async function found(engine: SearchEngine, query: string, { texts, terms = {} }: Probes): Promise<string[]> {
  const { matches } = await answer(engine, query)
  const urls = await Promise.all(matches.map(async ({ id }) => (await engine.record(id)).url))
  return urls
    .flatMap((url) => /#p-(.+)$|\/glossary\/(.+)\/$/u.exec(url)?.slice(1).find(Boolean) ?? [])
    .filter((id) => id in texts || id in terms)
}

for (const [name, probes] of all)
  test(`readers find what they ask for, and nothing else: ${name}`, async () => {
    const engine = await SearchEngine.open(await supplierOf(probes))
    const failures: string[] = []
    for (const { ask, finds, first } of probes.probes) {
      const ids = await found(engine, ask, probes)
      const isRight = [...ids].sort().join() === [...finds].sort().join() && (first === undefined || ids[0] === first)
      if (!isRight) failures.push(`“${ask}” finds ${ids.join(', ') || 'nothing'}, not ${finds.join(', ') || 'nothing'}`)
    }
    assert.deepEqual(failures, [])
  })

test('an engine of one language does not take the stems of another away', async () => {
  const german: Probes = { language: 'de', texts: { a: 'Die Häuser brannten.' }, probes: [] }
  const english: Probes = { language: 'en-GB', texts: { b: 'The houses burned.' }, probes: [] }
  const own = await SearchEngine.open(await supplierOf(english))
  const other = await supplierOf(german)
  assert.equal(await own.join(other), false)
  const theirs = await SearchEngine.open(other)
  assert.deepEqual(await found(theirs, 'Häusern', german), ['a'])
  assert.deepEqual(await found(own, 'burning', english), ['b'])
  assert.equal(await own.join(await supplierOf(english)), true)
  const both = (await answer(own, 'houses')).matches
  assert.deepEqual([...new Set(both.map(({ isOther }) => isOther))], [false, true])
})
