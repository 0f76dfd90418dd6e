import type { SourceType } from '../model/files/source-file.ts'

/** Types of RIS (the specification of 2011, and what EndNote and Zotero write) as types of CSL. */
export const risTypes: Readonly<Record<string, SourceType>> = {
  ABST: 'article-journal',
  ADVS: 'motion_picture',
  AGGR: 'dataset',
  ANCIENT: 'classic',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CHART: 'figure',
  CLSWK: 'classic',
  COMP: 'software',
  CONF: 'book',
  CPAPER: 'paper-conference',
  CTLG: 'book',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  EQUA: 'figure',
  FIGURE: 'figure',
  GEN: 'document',
  GOVDOC: 'report',
  GRANT: 'document',
  GRNT: 'document',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article-journal',
  INTV: 'interview',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'legislation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MULTI: 'webpage',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  PODCST: 'broadcast',
  POD: 'broadcast',
  RPRT: 'report',
  SER: 'book',
  SLIDE: 'speech',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNBILL: 'bill',
  UNPB: 'manuscript',
  UNPD: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
}

/** Types that stand in a whole, whose second title and second author are those of the whole. */
export const standsInWhole = new Set([
  'CHAP',
  'ECHAP',
  'CPAPER',
  'DICT',
  'ENCYC',
  'BLOG',
  'CONF',
  'JOUR',
  'EJOUR',
  'ABST',
  'INPR',
  'MGZN',
  'NEWS',
  'ELEC',
  'WEB',
  'PCOMM',
  'ICOMM',
])

const isFilm = (type: string) => ['MPCT', 'VIDEO', 'ADVS'].includes(type)
const isNumbered = (type: string) =>
  [
    'RPRT',
    'GOVDOC',
    'PAT',
    'STAND',
    'BILL',
    'UNBILL',
    'HEAR',
    'STAT',
    'LEGAL',
    'CASE',
    'GEN',
    'DATA',
    'AGGR',
    'COMP',
    'MANSCPT',
    'THES',
    'MPCT',
    'VIDEO',
    'SOUND',
  ].includes(type)
const isBook = (type: string) =>
  ['BOOK', 'EBOOK', 'EDBOOK', 'SER', 'CTLG', 'CLSWK', 'ANCIENT', 'PAMP', 'MAP', 'MUSIC', 'CONF'].includes(type)
const isOfConference = (type: string) => type === 'CONF' || type === 'CPAPER'
/** Types that are no books and whose second title is that of a series. */
const isInSeries = (type: string) => ['EDBOOK', 'COMP', 'RPRT'].includes(type)
const isArticle = (type: string) => ['JOUR', 'EJOUR', 'ABST', 'INPR', 'MGZN', 'NEWS', 'JFULL'].includes(type)

/**
 * What a tag means in a record of a type: CSL variables, of which the first that is free is set. `has` tells which tags the
 * record has.
 */
export function meaningOf(tag: string, type: string, has: (tag: string) => boolean): readonly string[] {
  switch (tag) {
    case 'AU':
    case 'A1':
      return type === 'EDBOOK' ? ['editor'] : isFilm(type) ? ['director'] : ['author']
    case 'A2':
      if (type === 'PCOMM' || type === 'ICOMM') return ['recipient']
      if (type === 'INTV') return ['interviewer']
      if (isFilm(type)) return ['producer']
      if (type === 'JOUR' && has('RI')) return ['reviewed-author']
      return type === 'EDBOOK' || (isBook(type) && type !== 'CONF' && has('A3')) ? ['collection-editor'] : ['editor']
    case 'ED':
      return ['editor']
    case 'A3':
      return ['CHAP', 'ECHAP', 'CPAPER', 'DICT', 'ENCYC'].includes(type) || (type === 'CONF' && has('A2'))
        ? ['collection-editor']
        : ['editor']
    case 'A4':
      return ['translator']
    case 'TI':
    case 'T1':
    case 'CT':
      return ['title']
    case 'BT':
      return standsInWhole.has(type) ? ['container-title'] : ['title', 'container-title']
    case 'T2':
      if (isOfConference(type)) return has('C3') ? ['event-title'] : [type === 'CONF' ? 'collection-title' : 'container-title']
      return isBook(type) || isInSeries(type) ? ['collection-title', 'container-title'] : ['container-title']
    case 'T3':
      return ['collection-title']
    case 'JF':
    case 'JO':
      return ['container-title', 'container-title-short']
    case 'JA':
    case 'J1':
    case 'J2':
      return ['container-title-short']
    case 'PY':
    case 'Y1':
    case 'DA':
      return ['issued']
    case 'Y2':
    case 'RD':
      return ['accessed']
    case 'VL':
      return type === 'THES' ? ['genre'] : ['volume']
    case 'IS':
    case 'CP':
      return isNumbered(type) ? ['number'] : isBook(type) || type === 'CHAP' ? ['collection-number', 'issue'] : ['issue', 'number']
    case 'SV':
      return ['collection-number']
    case 'M1':
      if (type === 'PAT' && has('SN')) return []
      if (type === 'CHAP' && has('SV')) return ['number-of-volumes']
      return isNumbered(type) ? ['number'] : isArticle(type) ? ['issue', 'number'] : ['collection-number', 'number']
    case 'NV':
      return ['number-of-volumes']
    case 'SE':
      return type === 'CHAP' || type === 'ECHAP' ? ['chapter-number'] : ['section']
    case 'ET':
      return type === 'COMP' ? ['version'] : ['edition']
    case 'PB':
    case 'I1':
      return ['publisher']
    case 'CY':
    case 'PP':
    case 'C1':
      // EndNote and Zotero have the place of the conference in CY, and that of the publisher in C1.
      if (isOfConference(type)) return tag === 'C1' || !has('C1') ? ['publisher-place'] : ['event-place']
      return tag === 'C1' ? [] : ['publisher-place']
    case 'C3':
      return isOfConference(type) ? [type === 'CONF' && !has('T2') ? 'event-title' : 'container-title'] : []
    case 'SN':
      return ['ISBN']
    case 'DO':
    case 'DI':
      return ['DOI']
    case 'UR':
    case 'LK':
      return ['URL']
    case 'LA':
      return ['language']
    case 'KW':
      return ['keyword']
    case 'ST':
      return ['title-short']
    case 'OP':
      return ['original-title']
    case 'RI':
      return ['reviewed-title']
    case 'M3':
    case 'TY3':
      return type === 'ART' ? ['medium', 'genre'] : ['genre']
    case 'AN':
      return type === 'MANSCPT' ? ['archive_location'] : []
    case 'AV':
      return ['archive_location']
    case 'AD':
      return type === 'MANSCPT' ? ['archive-place'] : []
    case 'CN':
    case 'H2':
      return ['call-number']
    case 'DB':
    case 'DP':
      return type === 'MANSCPT' ? ['archive', 'source'] : ['source']
    case 'M2':
      return ['note']
    default:
      return []
  }
}
