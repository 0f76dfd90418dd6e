import { citationStyleNames } from '../../model/citation-styles.ts'
import { eventKinds } from '../../model/files/event-file.ts'
import { sourceTypes } from '../../model/files/source-file.ts'
import { relationTypes, termKinds } from '../../model/files/term-file.ts'
import type { Draw } from './draw.ts'
import { plainWords } from './sentences.ts'

/** Fields as JSON, which is YAML too; fields without a value are left out. */
export const asYaml = (fields: object): string => `${JSON.stringify(fields, undefined, 1)}\n`

const maybe = <T>(draw: Draw, make: () => T): T | undefined => (draw.onceIn(2) ? make() : undefined)

const gregorian = (draw: Draw) => draw.oneOf(['1917-11-07', '1850', '1923-02', '1918-02-14', '2001-12-31'])
type DateFields = { readonly gregorian?: string; readonly julian?: string }
const date = (draw: Draw) =>
  draw.oneOf<() => DateFields>([
    () => ({ gregorian: gregorian(draw) }),
    () => ({ julian: draw.oneOf(['1870-03-02', '1917', '1899-02']) }),
  ])()

/** The front matter of an entry, which may be related to those before it. */
export function termFields(draw: Draw, id: string, before: readonly string[], sources: readonly string[]) {
  const certainty = draw.oneOf([undefined, undefined, { level: 'disputed', because: 'Two lists differ.' }, { level: 'high' }])
  return {
    name: `${plainWords(draw)} ${id}`,
    short: maybe(draw, () => `the ${id}`),
    sort: maybe(draw, () => `${id}, the`),
    kind: draw.oneOf(termKinds),
    native: draw.several(0, 2, (i) =>
      draw.oneOf([
        { text: `маяк ${id} ${i}`, language: 'ru', latin: `mayak ${id} ${i}` },
        { text: `φάρος ${id} ${i}`, language: 'el' },
      ]),
    ),
    aliases: draw.several(0, 2, (i) => `${plainWords(draw)} ${id}-${i}`),
    dates: maybe(draw, () => ({ start: date(draw), note: maybe(draw, () => 'About then.') })),
    relations: before.flatMap((term) =>
      draw.onceIn(2)
        ? [{ type: draw.oneOf(relationTypes), term, note: maybe(draw, () => 'So they said.'), date: maybe(draw, () => date(draw)) }]
        : [],
    ),
    identifiers: maybe(draw, () => ({ wikidata: 'Q42' })),
    ...(certainty && { certainty }),
    sources: sources.filter(() => draw.onceIn(2)).map((source) => ({ source, locator: maybe(draw, () => 'p. 4') })),
  }
}

export function sourceFields(draw: Draw, id: string) {
  const names = () =>
    draw.several(1, 4, () =>
      draw.oneOf<Readonly<Record<string, string>>>([
        { family: 'Vardas', given: 'Eleni' },
        { family: 'Минков' },
        { literal: 'The Guild & Sons' },
        { family: 'Roe', 'non-dropping-particle': 'von' },
      ]),
    )
  return {
    type: draw.oneOf(sourceTypes as unknown as [string, ...string[]]),
    title: `${plainWords(draw)}: ${id}`,
    author: maybe(draw, names),
    editor: maybe(draw, names),
    publisher: maybe(draw, () => plainWords(draw)),
    'publisher-place': maybe(draw, () => 'Lamna'),
    issued: maybe(draw, () => draw.oneOf(['1911', '1899-02', '1911-03-04', '1930/1933'])),
    'container-title': maybe(draw, () => plainWords(draw)),
    volume: maybe(draw, () => draw.oneOf<number | string>([3, 'XII'])),
    page: maybe(draw, () => '3–12'),
    URL: maybe(draw, () => 'https://example.org/a?b=c&d=(e)'),
    DOI: maybe(draw, () => '10.1000/a(b)c'),
    note: maybe(draw, () => plainWords(draw)),
    keyword: draw.oneOf([undefined, 'primary', 'secondary']),
    'further-reading': draw.onceIn(3) ? true : undefined,
  }
}

export function eventFields(
  draw: Draw,
  id: string,
  known: { terms: readonly string[]; sources: readonly string[]; places: readonly string[] },
) {
  return {
    id,
    ...date(draw),
    title: `${plainWords(draw)} ${id}`,
    text: plainWords(draw),
    kind: draw.oneOf(eventKinds),
    terms: known.terms.filter(() => draw.onceIn(2)),
    place: known.places[0] && maybe(draw, () => known.places[0]),
    sources: known.sources.filter(() => draw.onceIn(2)),
    certainty: maybe(draw, () => ({ level: draw.oneOf(['disputed', 'high']), because: 'Two lists differ.' })),
  }
}

export function placeFields(draw: Draw, id: string, terms: readonly string[]) {
  return {
    id,
    name: `${plainWords(draw)} ${id}`,
    native: maybe(draw, () => ({ text: 'маяк', language: 'ru' })),
    latitude: 60 + draw.upTo(100) / 500,
    longitude: 30 + draw.upTo(100) / 500,
    tolerance: 1 + draw.upTo(3000),
    extent: draw.oneOf(['point', 'area']),
    text: plainWords(draw),
    term: terms[0],
  }
}

export function chartFields(draw: Draw, id: string, sources: readonly string[]) {
  const above = () => draw.oneOf([1, 12.5, 3_000, { about: 900 }])
  const figure = () => draw.oneOf([0, above()])
  const shared = {
    title: `${plainWords(draw)} ${id}`,
    description: plainWords(draw),
    sources: [...sources],
    note: maybe(draw, () => plainWords(draw)),
  }
  const label = (i: number) => `${plainWords(draw)} ${i}`
  return draw.onceIn(2)
    ? {
        kind: 'ranges',
        ...shared,
        unit: 'barrels',
        rows: draw.several(1, 4, (i) => ({
          label: label(i),
          low: 1 + draw.upTo(9),
          high: 10 + draw.upTo(90),
          note: maybe(draw, () => 'So.'),
        })),
      }
    : {
        kind: 'shares',
        ...shared,
        series: ['for', 'against'],
        // Of nothing there are no shares: where one may be none, the other is more.
        rows: draw.several(1, 3, (i) => ({
          label: label(i),
          values: draw.oneOf([
            [figure(), 4],
            [above(), null],
            [above(), 0],
          ]),
        })),
      }
}

/** What the series says of itself. */
export function seriesFields(draw: Draw, parts: readonly string[]) {
  return {
    title: `${plainWords(draw)} & more`,
    slug: 'generated',
    language: 'en-GB',
    description: plainWords(draw),
    authors: draw.several(1, 3, () => draw.oneOf([{ literal: 'The island press' }, { family: 'Vardas', given: 'Eleni' }])),
    publisher: maybe(draw, () => 'Tests'),
    rights: { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
    'citation-style': draw.oneOf(citationStyleNames as unknown as [string, ...string[]]),
    follows: draw.several(0, 2, () => ({ title: plainWords(draw) })),
    parts,
    'new-calendar': '1918-02-14',
  }
}
