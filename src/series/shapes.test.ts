import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citationFile } from '../formats/citation-file.ts'
import { partGraph } from '../formats/schema-org/series.ts'
import { shelvesOf } from '../model/shelves.ts'
import { buildSeries } from './build-series.ts'

const site = new URL('https://example.org/')
const part = (title: string, more = '') =>
  `---\ntitle: ${title}\n${more}---\n\nThe first paragraph of it.[^${title.toLowerCase()}]\n\n[^${title.toLowerCase()}]: A note.\n`

const build = (seriesFile: string, files: Readonly<Record<string, string>>) =>
  buildSeries(
    Object.entries({ 'series.yaml': seriesFile, ...files }).map(([path, text]) => ({ path, text })),
    '2026-11-28',
  )

const shapes = {
  'parts/one.mdx': part('One'),
  'parts/two.mdx': part('Two', 'author: { family: Orr, given: Ada, orcid: 0000-0002-1825-0097 }\n'),
  'parts/three.mdx': part('Three', 'translators: A. Reader\n'),
  'parts/preface.mdx': part('Preface'),
  'parts/colophon.mdx': part('Colophon'),
  'pages/method.mdx': '---\ntitle: Method\n---\n\nHow it was made.\n',
}
const head = 'format: 1\ntitle: Locks\nauthor: The Society\neditors: [{ literal: Guild, url: https://example.org/guild/ }]\n'

test('front and back matter stand around the parts, and only these are counted', () => {
  const { series, diagnostics } = build(
    `${head}front: [preface]\nback: [colophon]\nvolumes: [{ title: First, parts: [one, two] }, { title: Second, parts: [three] }]\n`,
    shapes,
  )
  assert.deepEqual(diagnostics, [])
  assert.deepEqual(
    series?.parts.map(({ slug, number, matter, volume }) => [slug, number, matter, volume]),
    [
      ['preface', undefined, 'front', undefined],
      ['one', 1, undefined, 1],
      ['two', 2, undefined, 1],
      ['three', 3, undefined, 2],
      ['colophon', undefined, 'back', undefined],
    ],
  )
  assert.deepEqual(series && shelvesOf(series).map(({ title, parts }) => [title, parts.length]), [
    [undefined, 1],
    ['First', 2],
    ['Second', 1],
    [undefined, 1],
  ])
  assert.deepEqual(
    series?.parts.map(({ notes }) => notes[0]?.references[0]?.place.label),
    ['Preface, ¶ 1', 'Part 1, ¶ 1', 'Part 2, ¶ 1', 'Part 3, ¶ 1', 'Colophon, ¶ 1'],
  )
})

test('who wrote, edited and translated a part is in its citations and in what programs read', () => {
  const { series } = build(`${head}parts: [one, two, three]\nfront: [preface]\nback: [colophon]\n`, shapes)
  assert.ok(series)
  const [, , two, three] = series.parts
  assert.ok(two && three)
  const formOf = (of: typeof two) => of.citeAs.find(({ id }) => id === 'chicago-notes')?.entry ?? ''
  assert.match(formOf(two), /^Ada Orr, ‘Part 2: Two’.*Guild/u)
  assert.match(formOf(three), /^The Society, .*A\. Reader/u)
  const graph = JSON.stringify(partGraph(two, series, site))
  assert.match(graph, /"author":\[\{"@type":"Person","name":"Ada Orr".*"sameAs":"https:\/\/orcid.org\/0000-0002-1825-0097"/u)
  assert.match(graph, /"editor":\[\{"@type":"Organization","name":"Guild","url":"https:\/\/example.org\/guild\/"/u)
  assert.match(citationFile(series, site), /editors:\n {4}- name: "Guild"\n {6}website: "https:\/\/example.org\/guild\/"/u)
})

test('an essay that is all there is has no number anywhere, whatever stands before it', () => {
  const { series } = build(`${head}front: [preface]\n`, {
    'parts/one.mdx': shapes['parts/one.mdx'],
    'parts/preface.mdx': shapes['parts/preface.mdx'],
    'parts/later.mdx': part('Later', 'draft: true\n'),
  })
  assert.ok(series)
  assert.doesNotMatch(JSON.stringify(series), /Part 1/u)
  assert.deepEqual(
    series.parts.map(({ notes }) => notes[0]?.references[0]?.place.label),
    ['Preface, ¶ 1', '¶ 1'],
  )
})

test('lists that name a part twice, or what is not there, are told where', () => {
  const told = (seriesFile: string) =>
    build(head + seriesFile, shapes).diagnostics.map(({ code, message, remedy }) => `${code}: ${message} ${remedy}`)
  assert.match(
    told('front: [preface, one]\nparts: [one, two, three]\nback: [colophon]\n').join('\n'),
    /front-matter-invalid.*each part once/su,
  )
  assert.match(
    told('parts: [one, two, three]\nfront: [prefece]\nback: [colophon]\n').join('\n'),
    /part-missing: The list “front” names “prefece”/u,
  )
  assert.match(told('parts: [one]\nvolumes: [{ title: A, parts: [one] }]\n').join('\n'), /either “parts” or “volumes”/u)
  assert.match(
    build(`${head}editors: { literal: X, orcid: 0000-0002-1825-0098 }\n`.replace(/editors: \[.*\]\n/u, ''), shapes).diagnostics[0]
      ?.remedy ?? '',
    /mistyped/u,
  )
})
