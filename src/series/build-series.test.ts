import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Series } from '../model/series.ts'
import { miniature, partWith } from '../testing/miniature.ts'
import { buildSeries } from './build-series.ts'

const seriesOf = async (changes: Readonly<Record<string, string | null>> = {}): Promise<Series> => {
  const { series, diagnostics } = buildSeries(await miniature(changes))
  assert.deepEqual(diagnostics, [])
  assert.ok(series)
  return series
}

const reportsOf = async (changes: Readonly<Record<string, string | null>>) =>
  buildSeries(await miniature(changes)).diagnostics.map(({ code, file, span }) => `${file}:${span.start.line} ${code}`)

test('a part knows its sections, notes and the places that refer to them', async () => {
  const { parts } = await seriesOf()
  const [part] = parts
  assert.deepEqual([part?.href, part?.number, part?.minutes], ['/one/', 1, 1])
  assert.deepEqual(part?.sections, [{ id: 'the-oil', title: 'The oil', level: 2 }])
  assert.deepEqual(
    part?.notes.map(({ id, number, href, references }) => [id, number, href, references.map((reference) => reference.place.href)]),
    [
      ['first-night', 1, '/one/#note-first-night', ['/one/#ref-first-night-1', '/one/#ref-first-night-2']],
      ['oil-ration', 2, '/one/#note-oil-ration', ['/one/#ref-oil-ration-1']],
    ],
  )
})

test('a paragraph reads as it is printed, with names, dates and citations in their place', async () => {
  const { parts } = await seriesOf({
    'parts/one.mdx': partWith(
      'On <CalendarDate julian="1899-02-01" year/> <Term id="keepers-guild"/> and <Term id="vardas"/> lit it, says <Source id="vardas-almanac" locator="ch. 2"/>.',
    ),
  })
  assert.equal(
    parts[0]?.paragraphs[0]?.text,
    'On 1 February (13 February) 1899 the Guild and Eleni Vardas lit it, says Eleni Vardas, The Almanac of the Lamp Room (Lamna: Harbour Press, 1899), chap. 2.',
  )
})

test('the title of a section has the words of its components', async () => {
  const { parts } = await seriesOf({
    'parts/one.mdx': partWith('## What <Term id="keepers-guild"/> did on <CalendarDate julian="1899-02-01"/>\n\nIt lit the lamp.'),
  })
  assert.equal(parts[0]?.sections[0]?.title, 'What the Guild did on 1 February (13 February)')
})

test('parts come in the order of the list, whatever their names', async () => {
  const series = (await miniature()).find(({ path }) => path === 'series.yaml')?.text ?? ''
  const { parts } = await seriesOf({
    'series.yaml': series.replace('[one]', '[two, one]'),
    'parts/one.mdx': partWith('The lamp.', 2),
    'parts/two.mdx': partWith('The oil.', 1),
  })
  assert.deepEqual(
    parts.map(({ slug, number }) => [slug, number]),
    [
      ['two', 1],
      ['one', 2],
    ],
  )
})

test('the number of a part is its place in the list, and no part is listed twice', async () => {
  const series = (await miniature()).find(({ path }) => path === 'series.yaml')?.text ?? ''
  assert.deepEqual(await reportsOf({ 'parts/one.mdx': partWith('The lamp.', 3) }), ['parts/one.mdx:3 front-matter-invalid'])
  assert.deepEqual(await reportsOf({ 'series.yaml': series.replace('[one]', '[one, one]') }), ['series.yaml:10 front-matter-invalid'])
})

test('a term lists the places that mention it, each with its sentence', async () => {
  const { terms } = await seriesOf({
    'parts/one.mdx': partWith(
      'Nobody slept. The <Term id="keepers-guild">guild</Term> lit the lamp.[^lamp]\n\n<Quotation source="vardas-almanac" speaker="vardas">\nIt burned.\n</Quotation>\n\n[^lamp]: Says <Term id="vardas"/>.',
    ),
  })
  const mentionsOf = (term: string) =>
    terms
      .find(({ id }) => id === term)
      ?.mentions.map(({ place, excerpt }) => [place.label, `${excerpt.before}[${excerpt.match}]${excerpt.after}`])
  assert.deepEqual(mentionsOf('keepers-guild'), [['¶ 1', 'The [guild] lit the lamp.']])
  assert.deepEqual(mentionsOf('vardas'), [
    ['¶ 2', 'It burned.[]'],
    ['Note 1', 'Says [Eleni Vardas].'],
    ['Guild of Keepers', 'The keepers of all the lights of the coast, led by [Eleni Vardas].'],
  ])
})

test('a reference to a note tells the sentence it stands in', async () => {
  const { parts } = await seriesOf({
    'parts/one.mdx': partWith(
      'Nobody slept. The lamp burned,[^oil] and burned.[^oil] The sea was dark.\n\n- The oil ran out.[^oil]\n\n[^oil]: Rape, not whale.',
    ),
  })
  assert.deepEqual(
    parts[0]?.notes[0]?.references.map(({ excerpt }) => excerpt),
    ['The lamp burned, and burned.', 'The lamp burned, and burned.', 'The oil ran out.'],
  )
})

test('a source lists where it is cited and which entries rest on it', async () => {
  const { sources } = await seriesOf()
  const [minutes, almanac] = sources
  assert.equal(almanac?.id, 'vardas-almanac')
  assert.deepEqual(
    almanac.citedIn.map(({ id, place, locator }) => [id, place.href.replace(/#p-.*/u, '#p'), place.label, locator]),
    [
      ['quote-1', '/one/#p', '¶ 1', 'Preface'],
      ['cite-vardas-almanac-1', '/one/#note-first-night', 'Note 1', 'ch. 2'],
    ],
  )
  assert.deepEqual(minutes?.supports, [{ term: 'keepers-guild' }])
})

test('an event knows its places in the text by its day', async () => {
  const { events } = await seriesOf()
  assert.deepEqual(
    events.map(({ id, href, date, toldIn }) => [id, href, date.gregorian, toldIn.map(({ label }) => label)]),
    [['first-light', '/timeline/#event-first-light', '1899-02-13', ['¶ 2']]],
  )
})

test('terms are sorted as a glossary is, people by family name', async () => {
  const { terms } = await seriesOf()
  assert.deepEqual(
    terms.map(({ sortKey, label }) => [sortKey, label]),
    [
      ['Guild of Keepers', 'the Guild'],
      ['Lamna', 'Lamna'],
      ['Vardas, Eleni', 'Eleni Vardas'],
    ],
  )
})

test('two terms may not have one name, whatever its capitals; one term may repeat its own', async () => {
  const entry = (fields: string) =>
    `---\nname: Harbour Watch\nkind: concept\n${fields}\nrelations: [{ type: see-also, term: lamna }]\n---\n\nA definition.\n`
  assert.deepEqual(await reportsOf({ 'glossary/watch.mdx': entry('aliases: [KEEPERS’ UNION]') }), [
    'glossary/watch.mdx:4 term-duplicate-alias',
  ])
  assert.deepEqual(await reportsOf({ 'glossary/watch.mdx': entry('aliases: [Lamna]') }), ['glossary/watch.mdx:4 term-duplicate-alias'])
  assert.deepEqual(await reportsOf({ 'glossary/watch.mdx': entry('aliases: [harbour watch, Watch]') }), [])
})

test('a source that nothing uses is reported, unless it is meant for further reading', async () => {
  const source = 'type: manuscript\ntitle: Diary\n'
  assert.deepEqual(await reportsOf({ 'sources/diary.yaml': source }), ['sources/diary.yaml:1 source-unused'])
  assert.deepEqual(await reportsOf({ 'sources/diary.yaml': `${source}further-reading: true\n` }), [])
  const page = '---\ntitle: About\n---\n\n<Quotation source="diary">\nThe lamp burned.\n</Quotation>\n'
  assert.deepEqual(await reportsOf({ 'sources/diary.yaml': source, 'pages/about.mdx': page }), [])
})

test('what is said of a place rests on works, which stand beside it and have it on their pages', async () => {
  const place = (sources: string) =>
    `- { id: tower, name: Tower, latitude: 50, longitude: 10, tolerance: 10, text: The tower., sources: [${sources}] }\n`
  assert.deepEqual(await reportsOf({ 'places.yaml': place('guild-minutes, diary') }), ['places.yaml:1 source-unknown'])
  const source = 'type: manuscript\ntitle: Diary\n'
  const { places } = await seriesOf({ 'places.yaml': place('diary'), 'sources/diary.yaml': source })
  assert.deepEqual(places[0]?.sources, ['diary'])
})

test('a warning does not keep a series from being published, an error does', async () => {
  const source = 'type: manuscript\ntitle: Diary\n'
  assert.ok(buildSeries(await miniature({ 'sources/diary.yaml': source })).series)
  assert.equal(buildSeries(await miniature({ 'sources/diary.yaml': source.replace('manuscript', 'scroll') })).series, undefined)
})

test('mistakes of all files are found together', async () => {
  assert.deepEqual(
    (
      await reportsOf({
        'parts/one.mdx': partWith('<Term id="nobody"/> lit it.[^nothing]'),
        'glossary/vardas.mdx': '---\nname: Eleni Vardas\nkind: keeper\n---\n\nA definition.\n',
        'sources/guild-minutes.yaml': 'title: [\n',
      })
    ).sort(),
    [
      'glossary/vardas.mdx:3 kind-unknown',
      'parts/one.mdx:8 note-unknown',
      'parts/one.mdx:8 term-unknown',
      'sources/guild-minutes.yaml:2 yaml-syntax',
    ],
  )
})

test('a series needs neither glossary nor sources nor timeline', async () => {
  const files = [...(await miniature())].flatMap(({ path }) =>
    /^(?:glossary|sources|charts)\/|^(?:timeline|places)\.yaml$/u.test(path) ? [path] : [],
  )
  const without = Object.fromEntries(files.map((path) => [path, null]))
  const series = await seriesOf({ ...without, 'parts/one.mdx': partWith('The lamp was lit.') })
  assert.deepEqual([series.terms, series.sources, series.events], [[], [], []])
})

test('the edition has the version of the series and the day on which a part last changed, and citations name both', async () => {
  const part = partWith('The lamp was lit.').replace(
    "published: '2026-11-24'",
    "published: '2026-01-02'\nrevisions:\n  - { date: '2026-02-01', changed: The oil is colza. }\n  - { date: '2026-12-01', version: '2.1', changed: The wick is cotton. }",
  )
  const { edition, parts } = await seriesOf({
    'series.yaml': (await miniature()).find(({ path }) => path === 'series.yaml')?.text.replace(/^/u, "version: '2.1'\n") ?? '',
    'parts/one.mdx': part,
  })
  assert.deepEqual([edition.version, edition.date], ['2.1', '2026-12-01'])
  assert.match(edition.hash, /^[\da-f]{64}$/u)
  assert.ok(parts[0]?.citeAs[0]?.entry.includes(`version 2.1 of 1 December 2026 [${edition.hash.slice(0, 7)}]`))
  assert.deepEqual(
    parts[0]?.revisions.map(({ changed }) => changed),
    ['The oil is colza.', 'The wick is cotton.'],
  )
})

test('revisions stand in their order, after the day of publication, under a version that there is', async () => {
  const part = (revisions: string) =>
    partWith('The lamp was lit.').replace("published: '2026-11-24'", `published: '2026-11-24'\nrevisions:\n${revisions}`)
  const dates =
    "  - { date: '2026-11-23', changed: Too early. }\n  - { date: '2026-12-02', changed: Late. }\n  - { date: '2026-12-01', changed: Earlier. }"
  assert.deepEqual(await reportsOf({ 'parts/one.mdx': part(dates) }), [
    'parts/one.mdx:7 front-matter-invalid',
    'parts/one.mdx:9 front-matter-invalid',
  ])
  const versions =
    "  - { date: '2026-12-01', version: '0.9', changed: A. }\n  - { date: '2026-12-02', version: '0.8', changed: B. }\n  - { date: '2026-12-03', version: '1.1', changed: C. }"
  assert.deepEqual(await reportsOf({ 'parts/one.mdx': part(versions) }), [
    'parts/one.mdx:8 front-matter-invalid',
    'parts/one.mdx:9 front-matter-invalid',
  ])
})
