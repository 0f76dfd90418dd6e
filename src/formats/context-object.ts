import { familyOf, invertedName } from '../model/names.ts'
import type { Source } from '../model/series.ts'
import type { SourceName, SourceType } from '../model/source-file.ts'

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
    ['rft.date', source.issued?.split('/')[0]],
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
  book: ['book', 'book'],
  chapter: ['book', 'bookitem'],
  document: ['dc', 'document'],
  'entry-dictionary': ['dc', 'dictionaryEntry'],
  'entry-encyclopedia': ['dc', 'encyclopediaArticle'],
  interview: ['dc', 'interview'],
  legislation: ['dc', 'statute'],
  manuscript: ['dc', 'manuscript'],
  map: ['dc', 'map'],
  pamphlet: ['book', 'book'],
  'paper-conference': ['book', 'proceeding'],
  personal_communication: ['dc', 'letter'],
  'post-weblog': ['dc', 'blogPost'],
  report: ['book', 'report'],
  review: ['journal', 'article'],
  speech: ['dc', 'presentation'],
  thesis: ['dissertation', 'dissertation'],
  webpage: ['dc', 'webpage'],
}

type Pair = [key: string, value: string | undefined]

function fields(source: Source, format: Exclude<Format, 'dc'>, genre: string): Pair[] {
  const whole = { book: 'rft.btitle', journal: 'rft.jtitle', dissertation: 'rft.title' }[format]
  const isPart = format === 'journal' || genre === 'bookitem' || genre === 'proceeding'
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
  ],
  journal: [
    ['rft.volume', source.volume],
    ['rft.issue', source.issue],
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
    ['rft.source', source['container-title']],
    ['rft.publisher', source.publisher],
    ['rft.identifier', source.URL],
  ]
}

/** Percent-encoded as in a query, colons and strokes as they are: they need no encoding there and are easier to read. */
const encode = (value: string) => encodeURIComponent(value).replace(/%3A|%2F/gu, decodeURIComponent)
