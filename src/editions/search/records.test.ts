import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Series } from '../../model/series.ts'
import { buildSeries } from '../../series/build-series.ts'
import { miniature, partWith } from '../../series/miniature.ts'
import { recordsOf } from './records.ts'

const { series } = buildSeries(
  await miniature({
    'parts/one.mdx': partWith('The lamp burned.[^oil]\n\n[^oil]: From 1899–1911, says <Source id="vardas-almanac"/>.'),
    'glossary/vardas.mdx':
      '---\nname: Eleni Vardas\nshort: Vardas\nkind: person\naliases: [E. Vardas, Wardas]\nforms: [Vardas’s]\nnative: [{ text: Елени Вардас, language: ru, latin: Eleni Vardas }]\n---\n\nThe keeper of the log.\n',
    'sources/guild-minutes.yaml': "type: document\ntitle: Oil & Wick\nissued: '1911'\nnote: Kept by the clerk.\n",
  }),
)
assert.ok(series)

const recordsOfKind = (kind: string, of: Series = series) => recordsOf(of).filter(({ filters }) => filters.kind?.includes(kind))

test('a note is found by its text and leads to its place in its part', () => {
  assert.deepEqual(recordsOfKind('note'), [
    {
      url: '/one/#note-oil',
      content: 'From 1899–\u200A1911, says Eleni Vardas, The Almanac of the Lamp Room (Lamna: Harbour Press, 1899).',
      language: 'en',
      meta: { title: 'Note 1', place: 'Part 1: The lamp' },
      filters: { kind: ['note'], part: ['one'] },
    },
  ])
})

test('a term is found by each of its names, in every script, and by its forms and definition', () => {
  const [record] = recordsOfKind('term').filter(({ url }) => url === '/glossary/vardas/')
  assert.ok(record)
  for (const name of ['Eleni Vardas', 'Vardas', 'E. Vardas', 'Wardas', 'Елени Вардас']) {
    assert.ok(record.content.includes(name), name)
    assert.ok(record.meta.names?.split('\n').includes(name), name)
  }
  for (const words of ['Vardas’s', 'The keeper of the log.']) assert.ok(record.content.includes(words), words)
  assert.equal(record.meta.title, 'Eleni Vardas')
})

test('a source is found by its entry and its note, in words as they are read', () => {
  const [record] = recordsOfKind('source').filter(({ url }) => url === '/sources/guild-minutes/')
  assert.equal(record?.content, '‘Oil & Wick’, 1911. Kept by the clerk.')
  assert.deepEqual(record?.meta.title, 'Oil & Wick')
})

test('every note, term and source has its record', () => {
  assert.deepEqual(
    ['note', 'term', 'source', 'event'].map((kind) => recordsOfKind(kind).length),
    [series.parts.flatMap(({ notes }) => notes).length, series.terms.length, series.sources.length, series.events.length],
  )
})
