/**
 * What a locator can count, by the name CSL has for it (CSL 1.0.2, appendix IV,
 * https://docs.citationstyles.org/en/stable/specification.html#locators), with the words a writer may type for it, in
 * any case: `short` with or without a full stop.
 */
export const locatorLabels = {
  page: { short: ['p', 'pp'], full: ['page', 'pages'] },
  chapter: { short: ['ch', 'chs', 'chap', 'chaps'], full: ['chapter', 'chapters'] },
  volume: { short: ['vol', 'vols'], full: ['volume', 'volumes'] },
  section: { short: ['sec', 'secs', 'sect'], full: ['section', 'sections', '§', '§§'] },
  paragraph: { short: ['para', 'paras'], full: ['paragraph', 'paragraphs', '¶', '¶¶'] },
  part: { short: ['pt', 'pts'], full: ['part', 'parts'] },
  book: { short: ['bk', 'bks'], full: ['book', 'books'] },
  folio: { short: ['fol', 'fols'], full: ['folio', 'folios'] },
  line: { short: ['l', 'll'], full: ['line', 'lines'] },
  note: { short: ['n', 'nn'], full: ['note', 'notes'] },
  verse: { short: ['v', 'vv'], full: ['verse', 'verses'] },
  column: { short: ['col', 'cols'], full: ['column', 'columns'] },
  figure: { short: ['fig', 'figs'], full: ['figure', 'figures'] },
  issue: { short: ['no', 'nos'], full: ['number', 'numbers', 'issue', 'issues'] },
  opus: { short: ['op', 'opp'], full: ['opus'] },
  'sub verbo': { short: ['s.v', 's.vv'], full: ['sub verbo'] },
} as const

export type LocatorLabel = keyof typeof locatorLabels

/** What is counted in some works and has no name in CSL: printed as it is typed. */
export const namedPlaces = [
  'act',
  'app',
  'appendix',
  'art',
  'article',
  'canon',
  'canto',
  'clause',
  'day',
  'dispatch',
  'doc',
  'document',
  'entry',
  'essay',
  'item',
  'lecture',
  'lesson',
  'letter',
  'map',
  'pl',
  'plate',
  'point',
  'psalm',
  'resolution',
  'rule',
  'scene',
  'session',
  'sheet',
  'sitting',
  'stanza',
  'supplement',
  'table',
  'thesis',
  'track',
] as const

/** One step of the way to a place in a work: “vol. 3”, “ch. 44”; or a place that has a name: “Preface”, “letter 30”. */
export type LocatorStep = { readonly label: LocatorLabel; readonly value: string } | { readonly name: string }
