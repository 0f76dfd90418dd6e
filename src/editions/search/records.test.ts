import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../locales/words.ts'
import type { Series } from '../../model/series.ts'
import { buildSeries } from '../../series/build-series.ts'
import { miniature, partWith } from '../../testing/miniature.ts'
import { certaintyOfPage } from '../certainty-of-page.ts'
import { parsePage } from '../html.ts'
import { passagesOf } from '../text-of-page.ts'
import { recordsOfApparatus, recordsOfPage, recordsOfPart } from './records.ts'
import { searchedCertainty } from './searched-certainty.ts'

const words = wordsOf({ language: 'en-GB' })

const { series } = buildSeries(
  await miniature({
    'parts/one.mdx': partWith('The lamp burned.[^oil]\n\n[^oil]: From 1899–1911, says <Source id="vardas-almanac"/>.'),
    'glossary/vardas.mdx':
      '---\nname: Eleni Vardas\nshort: Vardas\nkind: person\naliases: [E. Vardas, Wardas]\nforms: [Vardas’s]\nnative: [{ text: Елени Вардас, language: ru, latin: Eleni Vardas }]\n---\n\nThe keeper of the log.\n',
    'sources/guild-minutes.yaml': "type: document\ntitle: Oil & Wick\nissued: '1911'\nnote: Kept by the clerk.\n",
  }),
)
assert.ok(series)

const numbered = { parts: [...series.parts, ...series.parts.map((part) => ({ ...part, number: 2 }))] }
const recordsOfKind = (kind: string, of: Series = series) => recordsOfApparatus(of).filter((record) => record.kind === kind)

test('a part is found by its title and its headings, and each paragraph at its place', () => {
  const part = series.parts[0]
  assert.ok(part)
  const page = `<article><h1>${part.title}</h1><p id="p-a" data-paragraph="1">On <time datetime="1917-11-07">7 November</time> it<sup data-pagefind-ignore>1</sup>s 10<sup>th</sup> lamp</p><h2 id="oil">Oil</h2><table id="p-b"><tr><td>one</td><td>two</td></tr></table></article>`
  const { headings, paragraphs } = recordsOfPart(part, numbered, passagesOf(parsePage(page)), words)
  assert.deepEqual(
    headings.map(({ url, title }) => [url, title]),
    [
      ['/one/', part.title],
      ['/one/#oil', 'Oil'],
    ],
  )
  assert.deepEqual(
    paragraphs.map(({ url, title, place, text, days }) => [url, title, place, text, days]),
    [
      ['/one/#p-a', part.title, 'Part 1, ¶ 1', 'On 7 November its 10th lamp', ['1917-11-07']],
      ['/one/#p-b', 'Oil', 'Part 1', 'one two', []],
    ],
  )
})

test('a note is found by its text and leads to its place in its part', () => {
  const part = series.parts[0]
  assert.ok(part)
  assert.deepEqual(recordsOfPart(part, numbered, [], words).notes, [
    {
      kind: 'note',
      url: '/one/#note-oil',
      title: 'Note 1',
      place: 'Part 1',
      text: 'From 1899–1911, says Eleni Vardas, The Almanac of the Lamp Room (Lamna: Harbour Press, 1899).',
      days: [],
    },
  ])
})

test('a term is found by each of its names, in every script, and by its forms and definition', () => {
  const record = recordsOfKind('term').find(({ url }) => url === '/glossary/vardas/')
  for (const name of ['Eleni Vardas', 'Vardas', 'E. Vardas', 'Wardas', 'Елени Вардас', 'Vardas’s'])
    assert.ok(record?.names?.includes(name), name)
  assert.equal(record?.text, 'The keeper of the log.')
  assert.equal(record?.title, 'Eleni Vardas')
})

test('a source is found by its entry and its note, in words as they are read', () => {
  const record = recordsOfKind('source').find(({ url }) => url === '/sources/guild-minutes/')
  assert.equal(record?.text, '‘Oil & Wick’, 1911. Kept by the clerk.')
  assert.deepEqual(record?.title, 'Oil & Wick')
})

test('every term, source, event and place has its record', () => {
  assert.deepEqual(
    ['term', 'source', 'event', 'place'].map((kind) => recordsOfKind(kind).length),
    [series.terms.length, series.sources.length, series.events.length, series.places.length],
  )
})

test('a page of the writer’s own is found by its title, its headings and its paragraphs, each at its place', () => {
  const page = { slug: 'recipes', title: 'Recipes', description: 'Two doughs.', href: '/recipes/', sections: [], paragraphs: [] }
  const html =
    '<header class="page-header"><h1>Recipes</h1></header><div class="page"><div class="text"><p id="p-a" data-paragraph="1">Feed it at noon.<sup data-pagefind-ignore>1</sup></p><h2 id="rye">Rye</h2><ul><li id="p-b">A night.</li></ul></div></div><footer>Menu</footer>'
  assert.deepEqual(
    recordsOfPage(page as never, passagesOf(parsePage(html), 'page'), words).map(({ kind, url, title, place, text }) => [
      kind,
      url,
      title,
      place,
      text,
    ]),
    [
      ['page', '/recipes/', 'Recipes', 'Pages', 'Recipes. Two doughs.'],
      ['page', '/recipes/#p-a', 'Recipes', 'Pages', 'Feed it at noon.'],
      ['page', '/recipes/#rye', 'Rye', 'Recipes', 'Rye'],
      ['page', '/recipes/#p-b', 'Rye', 'Recipes', 'A night.'],
    ],
  )
})

test('of “About” the writer’s words are found, and what the program says below them is not', () => {
  const html =
    '<div class="page"><div class="text"><h2 id="why">Why</h2><p id="p-a" data-paragraph="1">For the lamps.</p></div><h2>This publication</h2><dl><dd>Pamphlet, MIT License</dd></dl></div>'
  assert.deepEqual(
    passagesOf(parsePage(html), 'words').map(({ kind, id, text }) => [kind, id, text]),
    [
      ['heading', 'why', 'Why'],
      ['paragraph', 'p-a', 'For the lamps.'],
    ],
  )
})

test('what the program says above a text, its length and its edition, is not found as its words', () => {
  const html =
    '<article><header><h1>One</h1><p class="dek">A lamp.</p><p class="meta">400 words</p><p class="imprint">Version 1.0 [0123456]</p></header></article>'
  assert.deepEqual(
    passagesOf(parsePage(html)).map(({ text }) => text),
    ['One', 'A lamp.'],
  )
})

test('an address that was another’s once does not cut a paragraph in two', () => {
  const html = '<article><h1>One</h1><p id="p-a" data-paragraph="1"><span class="former" id="p-old"></span>The lamp.</p></article>'
  assert.deepEqual(
    passagesOf(parsePage(html)).map(({ id, text }) => ({ id, text })),
    [
      { id: '', text: 'One' },
      { id: 'p-a', text: 'The lamp.' },
    ],
  )
})

test('the manifest says which records are sure, disputed and so on: entries, and paragraphs and notes with such a statement', async () => {
  const { series } = buildSeries(
    await miniature({
      'parts/one.mdx': partWith('The lamp burned.[^oil]\n\n[^oil]: <Certainty level="medium">On oil.</Certainty>'),
      'glossary/vardas.mdx': '---\nname: Eleni Vardas\nkind: person\ncertainty: high\n---\n\nThe keeper.\n',
      'timeline.yaml':
        '- id: lit\n  gregorian: 1899-03-01\n  title: The lamp is lit\n  text: It burns.\n  kind: decision\n  certainty: { level: disputed, because: the day }\n',
    }),
  )
  const part = series?.parts[0]
  assert.ok(series && part)
  const page =
    '<article><h2 id="constructor">Oil</h2><p id="p-a">Lit <span data-certainty="low">late</span>.</p><p id="p-b">Or not.</p></article>' +
    '<ol><li id="note-oil"><p><span data-certainty="medium">On oil.</span> <span data-certainty="disputed">Or wax.</span></p></li></ol>'
  const { headings, paragraphs, notes } = recordsOfPart(part, series, passagesOf(parsePage(page)), words, certaintyOfPage(parsePage(page)))
  const records = [...headings, ...paragraphs, ...notes, ...recordsOfApparatus(series)]
  const { label, levels = [] } = searchedCertainty(records, words) ?? {}
  assert.equal(label, 'Certainty')
  assert.deepEqual(
    levels.map(({ label, records: numbers }) => [label, numbers.map((number) => records[number]?.url)]),
    [
      ['Certain', ['/glossary/vardas/']],
      ['Uncertain', ['/one/#note-oil']],
      ['Disputed', ['/one/#note-oil', '/timeline/#event-lit']],
      ['Doubtful', ['/one/#p-a']],
    ],
  )
})

test('where nobody says how sure anything is, there is nothing to choose', () => {
  assert.equal(searchedCertainty(recordsOfApparatus(series), words), undefined)
})
