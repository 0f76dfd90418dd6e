import type { Source } from '../model/series.ts'
import type { SourceName, SourceType } from '../model/source-file.ts'
import { type RisLine, risName, risRecord } from '../series/citations/ris-record.ts'

/**
 * Works as a RIS file in UTF-8: the tags of the specification of 2011 (Research Information Systems, later EndNote),
 * one on a line, `TY` first and `ER` last, lines ending in CR LF.
 */
export const toRis = (sources: readonly Source[]): string => sources.map(recordOf).join('')

const types: Record<SourceType, string> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  document: 'GEN',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  interview: 'GEN',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  review: 'JOUR',
  speech: 'GEN',
  thesis: 'THES',
  webpage: 'ELEC',
}

/** Types whose second title and second author are those of the whole they stand in. */
const hasWhole = new Set(['CHAP', 'CPAPER', 'DICT', 'ENCYC', 'BLOG'])

function recordOf(source: Source): string {
  const type = types[source.type]
  const [year, month = '', day = ''] = source.issued?.split('/')[0]?.split('-') ?? []
  const [first, last] = source.page?.split(/[-–]/u) ?? []
  return risRecord(type, [
    ['ID', source.id],
    ...namesIn('AU', source.author),
    ['TI', source.title],
    ['T2', source['container-title']],
    ...namesIn(hasWhole.has(type) ? 'A2' : 'A3', source.editor),
    ...namesIn('A4', source.translator),
    ['OP', source['original-title']],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['ET', source.edition],
    ['VL', source.volume],
    ['IS', source.issue],
    ['SP', first],
    ['EP', last],
    ['PB', source.publisher],
    ['CY', source['publisher-place']],
    ['SN', source.ISBN],
    ['DO', source.DOI],
    ['UR', source.URL],
    ['LA', source.language],
    ['KW', source.keyword],
    ['N1', source.note],
  ])
}

const namesIn = (tag: string, names: readonly SourceName[] = []): RisLine[] => names.map((name) => [tag, risName(name)])
