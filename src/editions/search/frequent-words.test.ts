import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ResultKind } from '../../model/search.ts'
import { answer, countOf, findingOf, type Match } from '../../reader/search/rank-results.ts'
import { SearchEngine, titleOf } from '../../reader/search/search-engine.ts'
import { buildSeries } from '../../series/build-series.ts'
import { miniature, partWith } from '../../testing/miniature.ts'
import { publishedFiles } from './index-files.ts'
import { makeIndex } from './make-index.ts'
import type { PartRecords, SearchRecord } from './records.ts'

const parts = 110
const inPart = 22

/** Two words that are each in less than half of the records, which are thousands; one of them in two forms. */
const lightOf = (n: number, i: number) => `${'flames '.repeat(timesOf(n + i))}${'glow '.repeat(timesOf(n + 2 * i))}`
const timesOf = (number: number) => [1, 2, 3, 4, 0, 0, 0, 0, 0][number % 9] ?? 0

/** The search of a series with so many parts that one word is in thousands of records, and the names of the files it reads. */
async function openLongSeries() {
  const { series } = buildSeries(await miniature({ 'parts/one.mdx': partWith('A lamp.') }))
  const [part] = series?.parts ?? []
  assert.ok(series && part)
  const record = (kind: ResultKind, url: string, text: string): SearchRecord => ({ kind, url, title: 'Lamps', place: url, text, days: [] })
  const textOf = (n: number, i: number) =>
    `${'lamp '.repeat((n * 7 + i) % 5)}${'wick '.repeat((n + i * 3) % 11)}${i === 0 ? `oil${n} lampshade` : 'lamp and bulb'} ${lightOf(n, i)}`
  const records = Array.from({ length: parts }, (_, n): PartRecords => {
    const ofPart = (kind: ResultKind) => Array.from({ length: inPart }, (_, i) => record(kind, `/${n}/#${kind}-${i}`, textOf(n, i)))
    return { headings: [], paragraphs: ofPart('part'), notes: ofPart('note') }
  })
  const long = { ...series, parts: records.map((_, n) => ({ ...part, number: n + 1, slug: `part-${n}`, title: `Lamp no. ${n + 1}` })) }
  const { files } = await makeIndex(long, records)
  const published = new Map((await publishedFiles(files, false, false)).files.map(({ path, content }) => [path, content]))
  const [read, allRead]: [string[], string[]] = [[], []]
  const engine = await SearchEngine.open({
    load: async () => undefined,
    read: async (name) => {
      read.push(name)
      allRead.push(name)
      const content = published.get(name)
      if (!content) throw new Error(`no ${name}`)
      return new Response(content as Uint8Array<ArrayBuffer>)
    },
    linkTo: (url) => url,
    reachesOthers: false,
  })
  return { engine, read, allRead }
}

const { engine, read, allRead } = await openLongSeries()

/** The first results in the lists of each kind. */
const firstsIn = ({ matches }: Awaited<ReturnType<typeof answer>>) =>
  (['part', 'note'] as const).map((kind) =>
    matches
      .filter((match) => match.kind === kind)
      .slice(0, 12)
      .map(({ id }) => id),
  )

test('a word in thousands of records is answered from one small file, which counts them all and has those that come first', async () => {
  const first = await answer(engine, 'lamp')
  const told = read.filter((name) => name.startsWith('first/'))
  assert.equal(told.length, 1)
  assert.ok(!read.includes(`index/${told[0]?.replace(/\D/gu, '')}.pf_index`))
  const whole = await answer(engine, 'lamp', true)
  const countBy = (keyOf: (match: Match) => string | undefined) =>
    [...Map.groupBy(whole.matches, keyOf)].flatMap(([key, of]) => (key ? [[key, of.length]] : []))
  assert.ok(whole.matches.length > 2000 && first.matches.length < 200)
  assert.deepEqual(first.counts?.kinds, Object.fromEntries(countBy(({ kind }) => kind)))
  assert.deepEqual(
    Object.fromEntries(first.counts?.parts.map(([{ slug }, count]) => [slug, count]) ?? []),
    Object.fromEntries(countBy(({ part }) => part?.slug)),
  )
  assert.deepEqual(firstsIn(first), firstsIn(whole))
  assert.equal(
    countOf(first, () => true),
    whole.matches.length,
  )
})

test('who types such a word is told before its end; other words, and several, find all that has them', async () => {
  const { units, counts } = await answer(engine, 'lam')
  assert.deepEqual(units[0]?.others, ['lamp'])
  assert.ok((counts?.kinds.part ?? 0) > 500)
  assert.equal((await answer(engine, 'oil107')).matches.length, 2)
  const both = await answer(engine, 'lamp oil107')
  assert.deepEqual([both.counts, both.matches.length], [undefined, 2])
  assert.equal((await answer(engine, '"lamp and bulb"')).matches.length, parts * 2 * (inPart - 1))
})

test('beside others a word that most records have is not asked for; where there are no others, the last is', async () => {
  assert.deepEqual(engine.manifest.everywhere, ['and', 'bulb', 'lamp', 'wick'])
  const { matches, units } = await answer(engine, 'wick oil108')
  assert.deepEqual([matches.length, units.length], [2, 1])
  read.splice(0)
  const [first, both] = [await answer(engine, 'wick'), await answer(engine, 'lamp wick')]
  assert.deepEqual([both.counts, firstsIn(both)], [first.counts, firstsIn(first)])
  const [told = ''] = read
  assert.match(told, /^first\//u)
  assert.ok(!allRead.includes(`index/${told.replace(/\D/gu, '')}.pf_index`))
})

test('several words that are in thousands of records are answered from lists of these, without where in them they stand', async () => {
  const wanted = Array.from({ length: parts }, (_, n) =>
    Array.from({ length: inPart }, (_, i) => ({ url: `/${n}/#part-${i}`, both: timesOf(n + i) > 0 && timesOf(n + 2 * i) > 0 })),
  ).flat()
  read.splice(0)
  const { matches, units, counts } = await answer(engine, 'flame glow')
  assert.equal(counts, undefined)
  const found = await Promise.all(matches.map((match) => findingOf(engine, match, units)))
  const ofParts = found.filter(({ kind }) => kind === 'part')
  assert.deepEqual(new Set(ofParts.map(({ href }) => href)), new Set(wanted.filter(({ both }) => both).map(({ url }) => url)))
  assert.equal(matches.length, 2 * ofParts.length)
  const lists = read.filter((name) => name.endsWith('.list'))
  assert.equal(lists.length, 2)
  for (const name of lists) assert.ok(!allRead.includes(`index/${name.replace(/\D/gu, '')}.pf_index`))
  const [best, last] = [ofParts[0], ofParts.at(-1)]
  assert.deepEqual(best?.excerpt.marked.toSorted(), ['flames', 'glow'])
  assert.match(best?.record.text ?? '', /flames flames.* glow glow/u)
  assert.doesNotMatch(last?.record.text ?? '', /flames flames.* glow glow/u)
})

test('the last of several words is such a word as soon as it begins so', async () => {
  const { matches, units } = await answer(engine, 'glow flam')
  assert.deepEqual(
    units.map(({ as, others }) => [as, ...others]),
    [['found'], ['begun', 'flames']],
  )
  assert.equal(matches.length, (await answer(engine, 'glow flame')).matches.length)
})

test('a part of very many is called by its number, and its title is read where it is shown', async () => {
  const [match] = (await answer(engine, 'oil76')).matches
  assert.equal(match?.part?.slug, '77')
  assert.equal(match?.part && (await titleOf(match.part, match.series)), 'Lamp no. 77')
})
