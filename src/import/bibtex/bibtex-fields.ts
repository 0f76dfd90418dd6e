import type { SourceType } from '../../model/files/source-file.ts'

/** Kinds of entry of BibTeX, of BibLaTeX (the manual, 2.1) and of programs that write more of them, as types of CSL. */
export const entryTypes: Readonly<Record<string, SourceType>> = {
  article: 'article-journal',
  suppperiodical: 'article-journal',
  newsarticle: 'article-newspaper',
  newspaper: 'article-newspaper',
  magazine: 'article-magazine',
  preprint: 'article',
  periodical: 'periodical',
  book: 'book',
  mvbook: 'book',
  ebook: 'book',
  collection: 'book',
  mvcollection: 'book',
  reference: 'book',
  mvreference: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  commentary: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  inreference: 'entry-encyclopedia',
  dictionary: 'entry-dictionary',
  encyclopedia: 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  booklet: 'pamphlet',
  manual: 'report',
  report: 'report',
  techreport: 'report',
  patent: 'patent',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  internet: 'webpage',
  web: 'webpage',
  blog: 'post-weblog',
  weblog: 'post-weblog',
  software: 'software',
  softwareversion: 'software',
  softwaremodule: 'software',
  codefragment: 'software',
  program: 'software',
  data: 'dataset',
  thesis: 'thesis',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  mathesis: 'thesis',
  bathesis: 'thesis',
  bachelorsthesis: 'thesis',
  candthesis: 'thesis',
  unpublished: 'manuscript',
  archival: 'manuscript',
  artwork: 'graphic',
  image: 'graphic',
  picture: 'graphic',
  photograph: 'graphic',
  audio: 'song',
  music: 'song',
  score: 'musical_score',
  movie: 'motion_picture',
  film: 'motion_picture',
  video: 'motion_picture',
  podcast: 'broadcast',
  letter: 'personal_communication',
  email: 'personal_communication',
  personalcommunication: 'personal_communication',
  jurisdiction: 'legal_case',
  case: 'legal_case',
  legal: 'treaty',
  statute: 'legislation',
  law: 'legislation',
  talk: 'speech',
  lecture: 'speech',
  presentation: 'speech',
  misc: 'document',
}

/** What an entry that is a thesis by its kind is, where it has no `type` of its own. */
export const genresOfEntries: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mastersthesis: "Master's thesis",
  mathesis: "Master's thesis",
  bathesis: "Bachelor's thesis",
  bachelorsthesis: "Bachelor's thesis",
  candthesis: 'Candidate thesis',
}

/** Strings of BibLaTeX that stand for words (the manual, 4.9.2). */
export const bibstrings: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mathesis: "Master's thesis",
  bathesis: "Bachelor's thesis",
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
  inpreparation: 'in preparation',
  submitted: 'submitted',
  forthcoming: 'forthcoming',
  inpress: 'in press',
  prepublished: 'pre-published',
  patent: 'patent',
  patentde: 'German patent',
  patenteu: 'European patent',
  patentfr: 'French patent',
  patentuk: 'British patent',
  patentus: 'U.S. patent',
  patreq: 'patent request',
  datacd: 'CD-ROM',
  audiocd: 'audio CD',
  software: 'software',
}

/** Lists of names of BibLaTeX and what they are in CSL. */
export const nameFieldsOf: Readonly<Record<string, string>> = {
  bookauthor: 'container-author',
  holder: 'author',
  scriptwriter: 'script-writer',
  sereditor: 'collection-editor',
  serieseditor: 'collection-editor',
  seriescreator: 'series-creator',
  reviewedauthor: 'reviewed-author',
  origauthor: 'original-author',
  addressee: 'recipient',
}

/** What an editor is by `editortype`. */
export const editorTypes: Readonly<Record<string, string>> = {
  director: 'director',
  compiler: 'compiler',
  collaborator: 'contributor',
  producer: 'producer',
  organizer: 'organizer',
  illustrator: 'illustrator',
}

/** Fields that mean the same in every kind of entry. */
export const plainFields: Readonly<Record<string, string>> = {
  shorttitle: 'title-short',
  journal: 'container-title',
  journaltitle: 'container-title',
  booktitle: 'container-title',
  shortjournal: 'container-title-short',
  series: 'collection-title',
  volume: 'volume',
  volumes: 'number-of-volumes',
  part: 'part-number',
  chapter: 'chapter-number',
  edition: 'edition',
  pages: 'page',
  pagetotal: 'number-of-pages',
  publisher: 'publisher',
  institution: 'publisher',
  school: 'publisher',
  organization: 'publisher',
  address: 'publisher-place',
  location: 'publisher-place',
  venue: 'event-place',
  eventtitle: 'event-title',
  type: 'genre',
  origtitle: 'original-title',
  origpublisher: 'original-publisher',
  origlocation: 'original-publisher-place',
  isbn: 'ISBN',
  issn: 'ISSN',
  doi: 'DOI',
  url: 'URL',
  pubstate: 'status',
  library: 'call-number',
  lccn: 'call-number',
  isrn: 'number',
  worknumber: 'number',
  keywords: 'keyword',
  keyword: 'keyword',
  pmid: 'PMID',
  pmcid: 'PMCID',
  reviewedtitle: 'reviewed-title',
  authority: 'authority',
}

/** Fields that hold dates. */
export const dateFieldsOf: Readonly<Record<string, string>> = {
  date: 'issued',
  year: 'issued',
  origdate: 'original-date',
  origyear: 'original-date',
  urldate: 'accessed',
  lastchecked: 'accessed',
  accessed: 'accessed',
  lastaccessed: 'accessed',
  eventdate: 'event-date',
  eventyear: 'event-date',
}

/** Fields in which nothing is a command. */
export const verbatimFields = new Set([
  'url',
  'doi',
  'eprint',
  'isbn',
  'issn',
  'pmid',
  'pmcid',
  'file',
  'date',
  'urldate',
  'origdate',
  'eventdate',
])

/** Kinds of entry in which `number` is one of the work itself, and those in which it is one in a series of books. */
export const isNumbered = (type: SourceType): boolean =>
  [
    'report',
    'patent',
    'standard',
    'bill',
    'treaty',
    'hearing',
    'regulation',
    'legislation',
    'legal_case',
    'dataset',
    'software',
    'broadcast',
    'document',
    'motion_picture',
    'song',
    'thesis',
  ].includes(type)
export const isInSeries = (type: SourceType): boolean =>
  ['book', 'classic', 'chapter', 'entry', 'paper-conference', 'pamphlet', 'entry-encyclopedia', 'entry-dictionary'].includes(type)

/** What an entry with `crossref` does not take from its parent (BibLaTeX, appendix B). */
export const notInherited = new Set(
  'title subtitle titleaddon shorttitle sorttitle indextitle crossref xref xdata entryset entrysubtype options keywords keyword label execute presort sortkey abstract annotation annote note ids related author shortauthor date-added date-modified timestamp file groups owner'.split(
    ' ',
  ),
)

/** What fields of the parent are called in the entry. */
export const inheritedAs = (parent: string, child: string): Readonly<Record<string, readonly string[]>> => {
  const isVolume = parent.startsWith('mv')
  const isPeriodical = parent === 'periodical' || child === 'article' || child === 'suppperiodical'
  const whole = isPeriodical ? 'journaltitle' : isVolume && !child.startsWith('in') ? 'maintitle' : 'booktitle'
  const sub = isPeriodical ? 'journalsubtitle' : isVolume && !child.startsWith('in') ? 'mainsubtitle' : 'booksubtitle'
  return {
    title: [whole],
    subtitle: [sub],
    author: ['inbook', 'bookinbook', 'suppbook'].includes(child) ? ['bookauthor', 'author'] : isVolume ? ['author'] : [],
  }
}
