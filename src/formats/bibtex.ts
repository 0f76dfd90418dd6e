import { edtfIn, plainDays, type WorkDate } from '../model/dates/edtf.ts'
import { nameFields, type SourceFile, type SourceType } from '../model/files/source-file.ts'
import { type BibtexValue, bibtexListed, bibtexNames, bibtexText, bibtexTitle, bibtexVerbatim } from '../series/citations/bibtex-entry.ts'
import type { ListedWork } from './listed-work.ts'

/**
 * Works as a BibTeX file in UTF-8, their ids as keys.
 *
 * The fields are BibTeX’s (Patashnik, “BibTeXing”, 1988) and, for what it has none for, BibLaTeX’s (the manual, 2.2.2),
 * under the names that both know; BibTeX passes over the others. `date` is there only where `year` and `month` cannot
 * say it, and is then the one that BibLaTeX reads.
 */
export const toBibtex = (sources: readonly ListedWork[]): string => sources.map(entryOf).join('\n')

/** The kinds of entry, with what tells apart the types that share one. */
const entryTypes: Record<SourceType, readonly [entry: string, subtype?: string]> = {
  article: ['article', 'preprint'],
  'article-journal': ['article'],
  'article-magazine': ['article', 'magazine'],
  'article-newspaper': ['article', 'newspaper'],
  bill: ['misc', 'bill'],
  book: ['book'],
  broadcast: ['misc', 'broadcast'],
  chapter: ['incollection'],
  classic: ['book', 'classic'],
  collection: ['misc', 'collection'],
  dataset: ['misc', 'dataset'],
  document: ['misc'],
  entry: ['incollection', 'entry'],
  'entry-dictionary': ['incollection', 'dictionary'],
  'entry-encyclopedia': ['incollection', 'encyclopedia'],
  event: ['misc', 'event'],
  figure: ['misc', 'figure'],
  graphic: ['misc', 'graphic'],
  hearing: ['misc', 'hearing'],
  interview: ['misc', 'interview'],
  legal_case: ['misc', 'legal_case'],
  legislation: ['misc', 'legislation'],
  manuscript: ['unpublished'],
  map: ['misc', 'map'],
  motion_picture: ['misc', 'motion_picture'],
  musical_score: ['misc', 'musical_score'],
  pamphlet: ['booklet'],
  'paper-conference': ['inproceedings'],
  patent: ['misc', 'patent'],
  performance: ['misc', 'performance'],
  periodical: ['misc', 'periodical'],
  personal_communication: ['misc', 'letter'],
  post: ['online', 'post'],
  'post-weblog': ['online', 'weblog'],
  regulation: ['misc', 'regulation'],
  report: ['techreport'],
  review: ['article', 'review'],
  'review-book': ['article', 'review-book'],
  software: ['misc', 'software'],
  song: ['misc', 'song'],
  speech: ['misc', 'speech'],
  standard: ['misc', 'standard'],
  thesis: ['thesis'],
  treaty: ['misc', 'treaty'],
  webpage: ['online'],
}

/**
 * Where the publisher stands, and where the whole that the work is in: in the kinds of entry that have another name for
 * it, or (`note`) none.
 */
const publisherFields: Record<string, string> = {
  article: 'note',
  booklet: 'howpublished',
  inproceedings: 'organization',
  misc: 'howpublished',
  online: 'organization',
  techreport: 'institution',
  thesis: 'school',
  unpublished: 'howpublished',
}
const containerFields: Record<string, string> = {
  article: 'journal',
  book: 'booktitle',
  booklet: 'note',
  misc: 'note',
  online: 'organization',
  techreport: 'note',
  thesis: 'note',
  unpublished: 'note',
}

function entryOf(source: ListedWork): string {
  const [entry, subtype] = entryTypes[source.type]
  const { publisher, 'publisher-place': place, 'container-title': container } = source
  const publisherField = publisherFields[entry] ?? 'publisher'
  const ownContainerField = containerFields[entry] ?? 'booktitle'
  const containerField = ownContainerField === publisherField && publisher !== undefined ? 'note' : ownContainerField
  // BibLaTeX has no place and no publisher for what stands in a journal.
  const placeField = entry === 'article' ? 'note' : 'address'
  const published = [placeField === 'note' && place, publisherField === 'note' && publisher].filter(Boolean).join(': ')
  const note = [containerField === 'note' && container, published].filter(Boolean).join('. ')
  const numbered = numberMeans(source)
  const fields: [string, BibtexValue | undefined][] = [
    ['author', source.author && bibtexNames(source.author)],
    ['title', bibtexTitle(source.title)],
    ['shorttitle', source['title-short'] && bibtexTitle(source['title-short'])],
    ['editor', source.editor && bibtexNames(source.editor)],
    ['translator', source.translator && bibtexNames(source.translator)],
    ...otherNames(source),
    [
      containerField === 'note' ? 'booktitle' : containerField,
      container && (containerField === 'organization' ? bibtexListed : bibtexTitle)(container),
    ],
    ['booktitle', containerField === 'organization' && container ? bibtexTitle(container) : undefined],
    ['origtitle', source['original-title'] && bibtexTitle(source['original-title'])],
    ['type', text(source.genre) ?? (entry === 'thesis' ? bibtexText('Thesis') : undefined)],
    ['edition', text(source.edition)],
    ['volume', text(source.volume)],
    ...numbers(source, numbered),
    ['pages', text(source.page)?.replace(/(?<=\d)[-–](?=\d)/gu, '--')],
    [
      publisherField === 'note' ? 'publisher' : publisherField,
      publisher && (publisherField === 'howpublished' ? bibtexText : bibtexListed)(publisher),
    ],
    [placeField === 'note' ? 'address' : placeField, place && bibtexListed(place)],
    ...dateFields(source),
    ['origdate', dateValue(source['original-date'])],
    ['eventdate', dateValue(source['event-date'])],
    ['isbn', verbatim(source.ISBN)],
    ['doi', verbatim(source.DOI)],
    ['url', verbatim(source.URL)],
    ['urldate', dateValue(source.accessed)],
    ['language', text(source.language)],
    ['keywords', text(source.keyword)],
    ['entrysubtype', text(subtype)],
    ...otherTexts(source),
    ['note', text(note || undefined)],
    // A remark of ours to the reader: as a note it would be printed behind the work.
    ['annote', text(source.note)],
  ]
  const lines = fields.flatMap(([field, value]) => (value === undefined ? [] : `  ${field} = ${value}`))
  return `@${entry}{${source.id},\n${lines.join(',\n')}\n}\n`
}

/** What BibLaTeX calls the rest of the fields; those it does not know have CSL’s names in letters alone. */
const otherFields = {
  'collection-title': 'series',
  'number-of-volumes': 'volumes',
  'volume-title': 'volumetitle',
  'part-number': 'part',
  'part-title': 'parttitle',
  'supplement-number': 'supplementnumber',
  'printing-number': 'printingnumber',
  'chapter-number': 'chapter',
  'number-of-pages': 'pagetotal',
  section: 'section',
  version: 'version',
  status: 'pubstate',
  'container-title-short': 'shortjournal',
  'original-publisher': 'origpublisher',
  'original-publisher-place': 'origlocation',
  'event-title': 'eventtitle',
  'event-place': 'venue',
  medium: 'medium',
  dimensions: 'dimensions',
  scale: 'scale',
  archive: 'archive',
  'archive-place': 'archiveplace',
  archive_collection: 'archivecollection',
  archive_location: 'archivelocation',
  'call-number': 'library',
  source: 'source',
  authority: 'authority',
  jurisdiction: 'jurisdiction',
  division: 'division',
  references: 'references',
  'reviewed-title': 'reviewedtitle',
  'reviewed-genre': 'reviewedgenre',
  ISSN: 'issn',
  PMID: 'pmid',
  PMCID: 'pmcid',
} as const satisfies Partial<Record<keyof SourceFile, string>>

function otherTexts(source: ListedWork): [string, BibtexValue | undefined][] {
  return [
    ...Object.entries(otherFields).map(([field, name]): [string, BibtexValue | undefined] => [
      name,
      text(source[field as keyof typeof otherFields]),
    ]),
    ['submitted', dateValue(source.submitted)],
    ['availabledate', dateValue(source['available-date'])],
  ]
}

const otherNames = (source: ListedWork): [string, BibtexValue | undefined][] =>
  nameFields
    .filter((field) => !['author', 'editor', 'translator'].includes(field))
    .map((field) => [field === 'container-author' ? 'bookauthor' : field.replaceAll('-', ''), source[field] && bibtexNames(source[field])])

type NumberField = 'issue' | 'number' | 'collection-number'

/** What `number` is in a kind of entry: of a series of books, of the work itself, or an issue. */
function numberMeans(source: ListedWork): NumberField {
  const [entry] = entryTypes[source.type]
  if (source['collection-title'] !== undefined && /^(?:book|booklet|incollection|inproceedings)$/u.test(entry)) return 'collection-number'
  return entry === 'misc' || entry === 'techreport' || entry === 'thesis' ? (source.type === 'map' ? 'issue' : 'number') : 'issue'
}

function numbers({ issue, number, 'collection-number': ofSeries }: ListedWork, meant: NumberField): [string, BibtexValue | undefined][] {
  const isBesideIssue = meant === 'issue' && issue !== undefined
  return [
    [meant === 'issue' && number === undefined ? 'number' : 'issue', text(issue)],
    [meant === 'number' || isBesideIssue ? 'number' : 'worknumber', text(number)],
    [meant === 'collection-number' ? 'number' : 'collectionnumber', text(ofSeries)],
  ]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A year, with or without month, as BibTeX has it; what is more as BibLaTeX does, with the first year for BibTeX. */
function dateFields({ issued }: SourceFile): [string, BibtexValue | undefined][] {
  const edtf = edtfIn(issued)
  if (edtf === undefined) return [['year', dateValue(issued)]]
  const [year, month] = plainDays(issued)[0]?.split('-') ?? []
  const isMore = edtf !== year && edtf !== `${year}-${month}`
  return [
    ['date', isMore ? verbatim(edtf) : undefined],
    ['year', verbatim(year)],
    ['month', isMore || month === undefined ? undefined : months[Number(month) - 1]],
  ]
}

const dateValue = (date: WorkDate | undefined): BibtexValue | undefined =>
  typeof date === 'object' ? bibtexText(date.literal) : verbatim(date)

const text = (value: string | undefined) => (value === undefined ? undefined : bibtexText(value))

const verbatim = (value: string | undefined) => (value === undefined ? undefined : bibtexVerbatim(value))
