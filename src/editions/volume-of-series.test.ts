import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookVolumesOf } from '../model/book-volumes.ts'
import { buildSeries } from '../series/build-series.ts'
import { makeBookPage } from './book-page.ts'
import { readDrawingStyles } from './drawing-styles.ts'
import { textOf } from './html.ts'
import { leaveOutOthers, volumesOfSeries } from './volume-of-series.ts'

const { series } = buildSeries(
  Object.entries({
    'series.yaml': 'title: Lamps\nauthor: The Guild\nparts: [one, two]\n',
    'parts/one.mdx': '---\ntitle: One\n---\n\nThe <Term id="lamp" /> burns.[^oil]\n\n[^oil]: <Source id="roe" locator="p. 5"/> says so.\n',
    'parts/two.mdx': '---\ntitle: Two\n---\n\nThe <Term id="lamp" /> and its <Term id="wick" /> burn on.\n',
    'glossary/lamp.mdx': '---\nname: Lamp\nkind: concept\n---\n\nA light.\n',
    'glossary/wick.mdx': '---\nname: Wick\nkind: concept\n---\n\nWhat burns, as <Source id="poe"/> says.\n',
    'glossary/glass.mdx': '---\n# allow term-unused: it is in no part\nname: Glass\nkind: concept\n---\n\nAround it.\n',
    'sources/roe.yaml': 'type: book\ntitle: Of oil\nauthor: [{ family: Roe, given: Ada }]\nissued: "1900"\n',
    'sources/poe.yaml': 'type: book\ntitle: Of wicks\nauthor: [{ family: Poe, given: Ann }]\nissued: "1901"\n',
    'sources/zoe.yaml': 'type: book\ntitle: Of glass\nauthor: [{ literal: Zoe }]\nissued: "1902"\nfurther-reading: true\n',
  }).map(([path, text]) => ({ path, text })),
  '2026-11-28',
)
assert.ok(series)
const [first, last] = volumesOfSeries(series, bookVolumesOf(series, 8))
assert.ok(first && last)
const idsIn = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).toSorted()

test('a volume has the entries that its parts mention and the works cited in either; the last one what no part names', () => {
  assert.deepEqual([idsIn(first.series.terms), idsIn(first.series.sources)], [['lamp'], ['roe']])
  assert.deepEqual(
    [idsIn(last.series.terms), idsIn(last.series.sources)],
    [
      ['glass', 'lamp', 'wick'],
      ['poe', 'zoe'],
    ],
  )
  assert.deepEqual([first.name, last.name], ['Volume 1 · Part 1', 'Volume 2 · Part 2'])
})

test('every page of a book is in a volume: the introduction in the first, what shows the whole in the last', () => {
  const paths = [
    '/',
    '/one/',
    '/two/',
    '/glossary/',
    '/glossary/lamp/',
    '/glossary/wick/',
    '/sources/',
    '/sources/roe/',
    '/timeline/',
    '/about/',
  ]
  assert.deepEqual(
    [first, last].map(({ holds }) => paths.filter(holds)),
    [
      ['/', '/one/', '/glossary/', '/glossary/lamp/', '/sources/', '/sources/roe/'],
      ['/two/', '/glossary/', '/glossary/lamp/', '/glossary/wick/', '/sources/', '/timeline/', '/about/'],
    ],
  )
})

test('the lists of a volume name nothing that it has not, and have no heading over nothing', () => {
  const page = (path: string, html: string) =>
    makeBookPage(`<html lang="en"><title>x</title><main>${html}</main></html>`, path, readDrawingStyles(''), 64)
  const section = (id: string, list: string) => `<section aria-labelledby="${id}"><h2 id="${id}">${id}</h2>${list}</section>`
  const glossary = page(
    '/glossary/',
    `${section('family-tree', '<figure><p>All</p></figure>')}${section('concept', '<ul class="term-list"><li><a href="lamp/">Lamp</a> <a href="https://example.org/">x</a></li></ul>')}${section('event', '<ul class="term-list"><li><a href="wick/">Wick</a></li></ul>')}`,
  )
  leaveOutOthers(glossary, first)
  assert.equal(textOf(glossary.main).trim().replaceAll(/\s+/gu, ' '), 'conceptLamp x')
})

test('of the pages of places a volume has those of its own entries in its own parts', () => {
  // The second part is the hundred and first, and the lamp is mentioned in the first more often than one page lists.
  const placedIn = (part: number) => (mention: object) => ({ ...mention, place: { part, href: part === 1 ? '/one/#p-1' : '/two/#p-1' } })
  const parts = series.parts.map((part, i) => ({ ...part, number: i * 100 + 1 }))
  const terms = series.terms.map((term) => ({
    ...term,
    mentions: term.id === 'lamp' ? [...Array.from({ length: 501 }, () => ({})).map(placedIn(1)), placedIn(101)({})] : term.mentions,
  }))
  const long = { ...series, parts, terms } as unknown as typeof series
  const paths = ['/glossary/lamp/in/1/', '/glossary/lamp/in/101/']
  assert.deepEqual(
    volumesOfSeries(long, bookVolumesOf(long, 8)).map(({ holds }) => paths.filter(holds)),
    [['/glossary/lamp/in/1/'], ['/glossary/lamp/in/101/']],
  )
})
