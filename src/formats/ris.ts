import { edtfIn, parseEdtf, plainDays, type WorkDate } from '../model/dates/edtf.ts'
import { nameFields, type SourceFile, type SourceName, type SourceType } from '../model/files/source-file.ts'
import { type RisLine, risName, risRecord } from '../series/citations/ris-record.ts'
import type { ListedWork } from './listed-work.ts'

/**
 * Works as a RIS file in UTF-8: the tags of the specification of 2011 (Research Information Systems, later EndNote),
 * one on a line, `TY` first and `ER` last, lines ending in CR LF. What has no tag stands in `M2` as “original-date: 1905”,
 * which Zotero reads as the variable of CSL that it is, and others as a remark.
 */
export const toRis = (sources: readonly ListedWork[]): string => sources.map(recordOf).join('')

/** The types, and whether a reader would take another for it, so that it is said in words as well. */
const types: Record<SourceType, readonly [type: string, isShared?: 'shared']> = {
  article: ['UNPB', 'shared'],
  'article-journal': ['JOUR'],
  'article-magazine': ['MGZN'],
  'article-newspaper': ['NEWS'],
  bill: ['BILL'],
  book: ['BOOK'],
  broadcast: ['GEN', 'shared'],
  chapter: ['CHAP'],
  classic: ['CLSWK'],
  collection: ['GEN', 'shared'],
  dataset: ['DATA'],
  document: ['GEN'],
  entry: ['ENCYC', 'shared'],
  'entry-dictionary': ['DICT'],
  'entry-encyclopedia': ['ENCYC'],
  event: ['GEN', 'shared'],
  figure: ['FIGURE'],
  graphic: ['ART'],
  hearing: ['HEAR'],
  interview: ['GEN', 'shared'],
  legal_case: ['CASE'],
  legislation: ['STAT'],
  manuscript: ['MANSCPT'],
  map: ['MAP'],
  motion_picture: ['MPCT'],
  musical_score: ['MUSIC'],
  pamphlet: ['PAMP'],
  'paper-conference': ['CPAPER'],
  patent: ['PAT'],
  performance: ['GEN', 'shared'],
  periodical: ['JFULL'],
  personal_communication: ['PCOMM'],
  post: ['ELEC', 'shared'],
  'post-weblog': ['BLOG'],
  regulation: ['STAT', 'shared'],
  report: ['RPRT'],
  review: ['JOUR', 'shared'],
  'review-book': ['JOUR', 'shared'],
  software: ['COMP'],
  song: ['SOUND'],
  speech: ['GEN', 'shared'],
  standard: ['STAND'],
  thesis: ['THES'],
  treaty: ['GEN', 'shared'],
  webpage: ['ELEC'],
}

/** Types whose second title and second author are those of the whole they stand in. */
const hasWhole = new Set(['CHAP', 'CPAPER', 'DICT', 'ENCYC', 'BLOG'])
/** Types whose second title is that of their series. */
const isBook = new Set(['BOOK', 'CLSWK', 'PAMP', 'MAP', 'MUSIC'])
/** With these, types whose second title is that of a series. */
const isInSeries = new Set([...isBook, 'COMP', 'RPRT'])
const isNumbered = new Set([
  'RPRT',
  'PAT',
  'STAND',
  'BILL',
  'HEAR',
  'STAT',
  'CASE',
  'GEN',
  'DATA',
  'COMP',
  'MANSCPT',
  'THES',
  'MPCT',
  'SOUND',
])
const isFilm = new Set(['MPCT'])

function recordOf(source: ListedWork): string {
  const [type, isShared] = types[source.type]
  const [year, month = '', day = ''] = plainDays(source.issued)[0]?.split('-') ?? []
  const [first, ...rest] = source.page?.split(/[-–]/u) ?? []
  const numberOf = isNumbered.has(type) ? 'number' : isBook.has(type) || type === 'CHAP' ? 'collection-number' : 'issue'
  const written = new Set<keyof SourceFile>([
    'type',
    'title',
    'title-short',
    'editor',
    'translator',
    'original-title',
    'issued',
    'volume',
    'page',
  ])
  const tag = (name: string, field: keyof SourceFile, isRight = true): RisLine => {
    if (isRight) written.add(field)
    return [name, isRight ? (source[field] as string | undefined) : undefined]
  }
  const lead: 'author' | 'director' = isFilm.has(type) ? 'director' : 'author'
  written.add(lead)
  const isLetter = type === 'PCOMM'
  if (isLetter) written.add('recipient')
  const hasLiteral = source.issued !== undefined && edtfIn(source.issued) === undefined
  const lines: RisLine[] = [
    ['ID', source.id],
    ...namesIn('AU', source[lead]),
    ['TI', source.title],
    ['ST', source['title-short']],
    tag('T2', 'container-title', !isInSeries.has(type)),
    tag('T2', 'collection-title', isInSeries.has(type)),
    tag('T3', 'collection-title', !isInSeries.has(type)),
    ...namesIn(hasWhole.has(type) ? 'A2' : 'A3', source.editor),
    ...(isLetter ? namesIn('A2', source.recipient) : []),
    ...namesIn('A4', source.translator),
    ['OP', source['original-title']],
    ['PY', year],
    [
      'DA',
      hasLiteral ? literalOf(source.issued) : year && `${year}/${month}/${day}/${isPlain(source.issued) ? '' : edtfIn(source.issued)}`,
    ],
    tag('ET', 'edition', type !== 'COMP'),
    tag('ET', 'version', type === 'COMP'),
    ['VL', source.volume],
    tag('NV', 'number-of-volumes'),
    tag('IS', numberOf),
    tag('SE', type === 'CHAP' ? 'chapter-number' : 'section'),
    ['SP', first],
    ['EP', rest.length > 0 ? rest.join('–') : undefined],
    tag('PB', 'publisher'),
    tag('CY', 'publisher-place'),
    tag('SN', 'ISBN'),
    tag('SN', 'ISSN', /^\d{4}-?\d{3}[\dX]$/u.test(source.ISSN ?? '')),
    tag('DO', 'DOI'),
    tag('UR', 'URL'),
    ['Y2', accessedIn(source.accessed)],
    tag('J2', 'container-title-short'),
    tag('M3', 'medium', type === 'ART'),
    tag('M3', 'genre', type !== 'ART'),
    tag('RI', 'reviewed-title'),
    tag('AV', 'archive_location'),
    tag('CN', 'call-number'),
    tag('LA', 'language'),
    tag('KW', 'keyword'),
    tag('N1', 'note'),
  ]
  if (accessedIn(source.accessed)) written.add('accessed')
  if (source.issued !== undefined && !hasLiteral && year === undefined) written.delete('issued')
  return risRecord(type, [...lines, ...(isShared ? [['M2', `type: ${source.type}`] as const] : []), ...inWords(source, written)])
}

/** The fields that have no tag. */
const inWords = (source: ListedWork, written: ReadonlySet<string>): RisLine[] =>
  (Object.keys(source) as (keyof ListedWork)[]).flatMap((field): RisLine[] => {
    if (written.has(field) || !said.has(field)) return []
    const value: unknown = source[field]
    if (Array.isArray(value)) return (value as readonly SourceName[]).map((name) => ['M2', `${field}: ${risName(name)}`])
    return [['M2', `${field}: ${typeof value === 'object' ? literalOf(value as WorkDate) : String(value)}`]]
  })

/** The fields that may be said in words: those of CSL. */
const said: ReadonlySet<string> = new Set([
  ...nameFields,
  ...'original-date accessed event-date submitted available-date issued status container-title container-title-short collection-title collection-number'.split(
    ' ',
  ),
  ...'volume-title issue part-number part-title supplement-number printing-number chapter-number number number-of-pages section version'.split(
    ' ',
  ),
  ...'genre medium dimensions scale archive archive-place archive_collection source event-title event-place division references jurisdiction'.split(
    ' ',
  ),
  ...'authority original-publisher original-publisher-place reviewed-genre ISSN PMID PMCID edition'.split(' '),
])

const literalOf = (date: WorkDate | undefined) => (typeof date === 'object' ? date.literal : date)

/** Whether year, month and day say all of a date. */
const isPlain = (date: WorkDate | undefined) => plainDays(date)[0] === edtfIn(date)

const accessedIn = (date: WorkDate | undefined): string | undefined =>
  isPlain(date) && edtfIn(date) !== undefined && parseEdtf(edtfIn(date) ?? '') ? `${edtfIn(date)?.replaceAll('-', '/')}` : undefined

const namesIn = (tag: string, names: readonly SourceName[] = []): RisLine[] => names.map((name) => [tag, risName(name)])
