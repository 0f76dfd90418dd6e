import { plainDays } from '../model/dates/edtf.ts'
import { nameFields, type SourceName, type SourceType } from '../model/files/source-file.ts'
import { familyOf, invertedName } from '../model/names.ts'
import type { Source } from '../model/series.ts'

/**
 * A work as an OpenURL ContextObject (ANSI/NISO Z39.88-2004, key/encoded-value format), which COinS puts into the title
 * of a span for reference managers to find.
 *
 * What the formats for books, journals and dissertations have no genre for is described in the Dublin Core format.
 */
export function contextObjectOf(source: Source): string {
  const [format, genre] = formats[source.type]
  const pairs: Pair[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ['rft_id', source.DOI && `info:doi/${source.DOI}`],
    ['rft_id', source.ISBN && `urn:ISBN:${source.ISBN}`],
    ['rft_id', source.URL],
    ...(format === 'dc' ? plainFields(source, genre) : fields(source, format, genre)),
    ['rft.date', plainDays(source.issued)[0]],
    ['rft.language', source.language],
  ]
  return pairs.flatMap(([key, value]) => (value ? `${key}=${encode(value)}` : [])).join('&')
}

type Format = 'book' | 'journal' | 'dissertation' | 'dc'

/** With the genre; in Dublin Core a type, for which there are no set words: these are Zotero’s, which reads them. */
const formats: Record<SourceType, readonly [Format, string]> = {
  article: ['journal', 'preprint'],
  'article-journal': ['journal', 'article'],
  'article-magazine': ['dc', 'magazineArticle'],
  'article-newspaper': ['dc', 'newspaperArticle'],
  bill: ['dc', 'bill'],
  book: ['book', 'book'],
  broadcast: ['dc', 'radioBroadcast'],
  chapter: ['book', 'bookitem'],
  classic: ['book', 'book'],
  collection: ['dc', 'document'],
  dataset: ['dc', 'dataset'],
  document: ['dc', 'document'],
  entry: ['dc', 'encyclopediaArticle'],
  'entry-dictionary': ['dc', 'dictionaryEntry'],
  'entry-encyclopedia': ['dc', 'encyclopediaArticle'],
  event: ['dc', 'document'],
  figure: ['dc', 'artwork'],
  graphic: ['dc', 'artwork'],
  hearing: ['dc', 'hearing'],
  interview: ['dc', 'interview'],
  legal_case: ['dc', 'case'],
  legislation: ['dc', 'statute'],
  manuscript: ['dc', 'manuscript'],
  map: ['dc', 'map'],
  motion_picture: ['dc', 'film'],
  musical_score: ['dc', 'document'],
  pamphlet: ['book', 'book'],
  'paper-conference': ['book', 'proceeding'],
  patent: ['dc', 'patent'],
  performance: ['dc', 'presentation'],
  periodical: ['journal', 'journal'],
  personal_communication: ['dc', 'letter'],
  post: ['dc', 'forumPost'],
  'post-weblog': ['dc', 'blogPost'],
  regulation: ['dc', 'statute'],
  report: ['book', 'report'],
  review: ['journal', 'article'],
  'review-book': ['journal', 'article'],
  software: ['dc', 'computerProgram'],
  song: ['dc', 'audioRecording'],
  speech: ['dc', 'presentation'],
  standard: ['dc', 'standard'],
  thesis: ['dissertation', 'dissertation'],
  treaty: ['dc', 'statute'],
  webpage: ['dc', 'webpage'],
}

type Pair = [key: string, value: string | undefined]

function fields(source: Source, format: Exclude<Format, 'dc'>, genre: string): Pair[] {
  const whole = { book: 'rft.btitle', journal: 'rft.jtitle', dissertation: 'rft.title' }[format]
  const isPart = (format === 'journal' && genre !== 'journal') || genre === 'bookitem' || genre === 'proceeding'
  return [
    ...(format === 'dissertation' ? [] : [['rft.genre', genre] satisfies Pair]),
    ...(isPart ? partFields(source, whole) : [[whole, source.title] satisfies Pair]),
    ...authorFields(source.author),
    ...publicationFields(source)[format],
  ]
}

function partFields(source: Source, whole: string): Pair[] {
  const [first, last] = source.page?.split(/[-–]/u) ?? []
  return [
    ['rft.atitle', source.title],
    [whole, source['container-title']],
    ['rft.pages', source.page],
    ['rft.spage', first],
    ['rft.epage', last],
  ]
}

const publicationFields = (source: Source): Record<Exclude<Format, 'dc'>, Pair[]> => ({
  book: [
    ['rft.edition', source.edition],
    ['rft.pub', source.publisher],
    ['rft.place', source['publisher-place']],
    ['rft.isbn', source.ISBN],
    ['rft.issn', source.ISSN],
    ['rft.series', source['collection-title']],
    ['rft.tpages', source['number-of-pages']],
  ],
  journal: [
    ['rft.volume', source.volume],
    ['rft.issue', source.issue],
    ['rft.stitle', source['container-title-short']],
    ['rft.issn', source.ISSN],
    ['rft.part', source['part-number']],
  ],
  dissertation: [['rft.inst', source.publisher]],
})

/** The first person in parts as well, a body by its own key: that is all the formats have for names. */
function authorFields(names: readonly SourceName[] = []): Pair[] {
  const first = names.find((name) => 'family' in name)
  return [
    ['rft.aulast', first && familyOf(first)],
    ['rft.aufirst', first?.given],
    ...names.map((name): Pair => ('literal' in name ? ['rft.aucorp', name.literal] : ['rft.au', invertedName(name)])),
  ]
}

function plainFields(source: Source, type: string): Pair[] {
  return [
    ['rft.type', type],
    ['rft.title', source.title],
    ...(source.author ?? []).map((name): Pair => ['rft.creator', invertedName(name)]),
    ...contributors(source),
    ['rft.source', source['container-title']],
    ['rft.publisher', source.publisher],
    ['rft.format', source.medium],
    ['rft.description', source.genre],
    [
      'rft.relation',
      [source.archive_location, source.archive_collection, source.archive, source['archive-place']].filter(Boolean).join(', '),
    ],
    ['rft.identifier', source['call-number'] ?? source.number],
    ['rft.identifier', source.URL],
  ]
}

/** All who had a part in the work but the authors: Dublin Core does not tell them apart. */
const contributors = (source: Source): Pair[] =>
  nameFields
    .filter((field) => !['author', 'editor', 'translator', 'reviewed-author', 'original-author', 'container-author'].includes(field))
    .flatMap((field) => (source[field] ?? []).map((name): Pair => ['rft.contributor', invertedName(name)]))

/** Percent-encoded as in a query, colons and strokes as they are: they need no encoding there and are easier to read. */
const encode = (value: string) => encodeURIComponent(value).replace(/%3A|%2F/gu, decodeURIComponent)
