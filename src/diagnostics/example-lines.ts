/** The kinds of files whose fields a writer types, as `pamphlet fields` calls them. */
export const fieldFiles = {
  series: 'series.yaml',
  part: 'parts/<name>.mdx, between the lines of ---',
  term: 'glossary/<name>.mdx, between the lines of ---',
  page: 'pages/<name>.mdx, between the lines of ---',
  source: 'sources/<name>.yaml',
  timeline: 'timeline.yaml, a list',
  places: 'places.yaml, a list',
  map: 'map.yaml',
  vocabulary: 'vocabulary.yaml',
  chart: 'charts/<name>.yaml',
} as const

export type FieldFile = keyof typeof fieldFiles

/** The kind of a file of the manuscript by its path; nothing where it has no fields that a writer types. */
export function fieldFileOf(path: string): FieldFile | undefined {
  const folders: Readonly<Record<string, FieldFile>> = {
    parts: 'part',
    glossary: 'term',
    pages: 'page',
    sources: 'source',
    charts: 'chart',
  }
  const [top = '', file] = path.split('/')
  const name = file === undefined ? top.replace(/\.yaml$/u, '') : folders[top]
  return name !== undefined && Object.hasOwn(fieldFiles, name) ? (name as FieldFile) : undefined
}

/** One line, or a few, as each field is typed: shown where a field is wrong, and in the reference; a test reads all of them. */
export const exampleLines: Readonly<Record<FieldFile, Readonly<Record<string, string>>>> = {
  series: {
    format: 'format: 1',
    title: 'title: The canal and the town',
    slug: 'slug: the-canal',
    language: 'language: en-GB',
    description: 'description: Three essays on a canal and those who dug it.',
    author: 'author: Orr, Ada',
    authors: 'authors: ["Orr, Ada", The Canal Society]',
    publisher: 'publisher: The Canal Society',
    address: 'address: https://example.org/canal/',
    version: "version: '1.0'",
    licence: 'licence: CC BY 4.0',
    rights: 'rights: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }',
    'citation-style': 'citation-style: chicago-notes',
    follows: 'follows: [{ title: A lecture on locks, URL: https://example.org/lecture }]',
    parts: 'parts: [the-first-lock, the-last-lock]',
    'new-calendar': "new-calendar: '1918-02-14'",
    'related-words': 'related-words: [[Petrograd, Petersburg]]',
    'searched-with': 'searched-with: [{ title: Another series, url: https://example.org/another/ }]',
    permalinks: 'permalinks: recorded',
  },
  part: {
    title: 'title: The first lock',
    part: 'part: 1',
    description: 'description: How the lock was dug, and by whom.',
    published: "published: '2026-11-24'",
    draft: 'draft: true',
    revisions: "revisions: [{ date: '2026-12-01', version: '1.1', changed: A date was put right. }]",
  },
  term: {
    name: 'name: Lock keeper',
    short: 'short: Keeper',
    sort: 'sort: Orr, Ada',
    kind: 'kind: person',
    native: 'native: [{ text: шлюз, language: ru, latin: shliuz }]',
    aliases: 'aliases: [Keeper of the lock, Lockman]',
    forms: 'forms: [keepers, keeper’s]',
    dates: "dates: { start: { gregorian: '1826-05-01' }, end: { gregorian: '1901' } }",
    relations: 'relations: [{ type: part-of, term: canal-company }]',
    identifiers: 'identifiers: { wikidata: Q42 }',
    certainty: 'certainty: { level: disputed, because: Two lists differ. }',
    sources: 'sources: [{ source: canals-of-the-north, locator: ch. 2 }]',
  },
  page: { title: 'title: About this series', description: 'description: What it is, and how it was made.' },
  source: {
    type: 'type: book',
    title: 'title: The canals of the north',
    author: 'author: [{ family: Orr, given: Ada }]',
    editor: 'editor: [{ family: Orr, given: Ada }]',
    translator: 'translator: [{ literal: The Canal Society }]',
    publisher: 'publisher: Canal Press',
    'publisher-place': 'publisher-place: Manchester',
    issued: "issued: '1911'",
    'original-date': "original-date: '1899'",
    'original-title': 'original-title: Die Kanäle des Nordens',
    edition: "edition: '2'",
    'container-title': 'container-title: Journal of Canals',
    volume: "volume: '3'",
    issue: "issue: '4'",
    page: "page: '12–15'",
    ISBN: "ISBN: '9780306406157'",
    DOI: 'DOI: 10.1000/182',
    URL: 'URL: https://example.org/canals',
    note: 'note: The only account by a navvy.',
    language: 'language: en',
    keyword: 'keyword: primary',
    'further-reading': 'further-reading: true',
  },
  timeline: {
    id: 'id: the-lock-opens',
    julian: "julian: '1917-10-25'",
    gregorian: "gregorian: '1826-05-01'",
    title: 'title: The lock opens',
    text: 'text: The first boat goes up.',
    kind: 'kind: beginning',
    terms: 'terms: [lock-keeper]',
    place: 'place: barton',
    certainty: 'certainty: { level: disputed, because: Two lists differ. }',
    sources: 'sources: [canals-of-the-north]',
  },
  places: {
    id: 'id: barton',
    name: 'name: Barton',
    native: 'native: { text: Бартон, language: ru }',
    latitude: 'latitude: 53.47',
    longitude: 'longitude: -2.35',
    tolerance: 'tolerance: 100',
    extent: 'extent: area',
    text: 'text: Where the canal crosses the river.',
    term: 'term: barton-bridge',
  },
  map: {
    title: 'title: The canal in 1826',
    description: 'description: The canal, the river and the town between them.',
    note: 'note: Drawn after the survey of 1830.',
    bounds: 'bounds: [-2.5, 53.4, -2.2, 53.6]',
    water: 'water: [{ name: The basin, outline: [[-2.4, 53.45], [-2.39, 53.45], [-2.39, 53.46]] }]',
    land: 'land: [{ outline: [[-2.4, 53.45], [-2.39, 53.45], [-2.39, 53.46]] }]',
    streams: 'streams: [{ name: The canal, line: [[-2.4, 53.45], [-2.3, 53.5]] }]',
    bridges: 'bridges: [{ name: Barton Bridge, line: [[-2.36, 53.47], [-2.35, 53.47]] }]',
    streets: 'streets: [{ line: [[-2.4, 53.45], [-2.3, 53.45]] }]',
    labels: 'labels: [{ text: Barton, at: [-2.35, 53.47], kind: district }]',
  },
  vocabulary: {
    preset: 'preset: neutral',
    terms: 'terms: { lock: { one: Lock, many: Locks, named: true } }',
    events: 'events: { flood: { name: Flood, mark: triangle } }',
    relations: 'relations: { crosses: { says: Crosses, inverse: Crossed by, from: [canal], to: [river, road] } }',
  },
  chart: {
    kind: 'kind: shares',
    title: 'title: Tolls in 1826',
    description: 'description: Coal pays half of all tolls.',
    series: 'series: [Coal, Lime]',
    unit: 'unit: pounds',
    rows: 'rows: [{ label: May, values: [12, 8] }]',
    sources: 'sources: [canals-of-the-north]',
    note: 'note: Rounded to whole pounds.',
  },
}

/** How the field of a wrong place is typed, whole: of `authors.0.family` that is `authors`. */
export function exampleOf(path: string, field: string): string | undefined {
  const kind = fieldFileOf(path)
  const name = field.split('.').find((step) => !/^\d+$/u.test(step))
  return kind && name ? exampleLines[kind][name] : undefined
}
