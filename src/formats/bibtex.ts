import type { Source } from '../model/series.ts'
import type { SourceFile, SourceType } from '../model/source-file.ts'
import { type BibtexValue, bibtexListed, bibtexNames, bibtexText, bibtexTitle, bibtexVerbatim } from '../series/citations/bibtex-entry.ts'

/**
 * Works as a BibTeX file in UTF-8, their ids as keys.
 *
 * The fields are BibTeX’s (Patashnik, “BibTeXing”, 1988) and, for what it has none for, BibLaTeX’s (the manual, 2.2.2),
 * under the names that both know; BibTeX passes over the others. `date` is there only where `year` and `month` cannot
 * say it, and is then the one that BibLaTeX reads.
 */
export const toBibtex = (sources: readonly Source[]): string => sources.map(entryOf).join('\n')

/** The kinds of entry, with what tells apart the types that share one. */
const entryTypes: Record<SourceType, readonly [entry: string, subtype?: string]> = {
  article: ['article', 'preprint'],
  'article-journal': ['article'],
  'article-magazine': ['article', 'magazine'],
  'article-newspaper': ['article', 'newspaper'],
  book: ['book'],
  chapter: ['incollection'],
  document: ['misc'],
  'entry-dictionary': ['incollection', 'dictionary'],
  'entry-encyclopedia': ['incollection', 'encyclopedia'],
  interview: ['misc', 'interview'],
  legislation: ['misc', 'legislation'],
  manuscript: ['unpublished'],
  map: ['misc', 'map'],
  pamphlet: ['booklet'],
  'paper-conference': ['inproceedings'],
  personal_communication: ['misc', 'letter'],
  'post-weblog': ['online', 'weblog'],
  report: ['techreport'],
  review: ['article', 'review'],
  speech: ['misc', 'speech'],
  thesis: ['thesis'],
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
  book: 'series',
  booklet: 'note',
  misc: 'note',
  online: 'organization',
  techreport: 'note',
  thesis: 'note',
  unpublished: 'note',
}

function entryOf(source: Source): string {
  const [entry, subtype] = entryTypes[source.type]
  const { publisher, 'publisher-place': place, 'container-title': container } = source
  const publisherField = publisherFields[entry] ?? 'publisher'
  const ownContainerField = containerFields[entry] ?? 'booktitle'
  const containerField = ownContainerField === publisherField && publisher !== undefined ? 'note' : ownContainerField
  // BibLaTeX has no place and no publisher for what stands in a journal.
  const placeField = entry === 'article' ? 'note' : 'address'
  const published = [placeField === 'note' && place, publisherField === 'note' && publisher].filter(Boolean).join(': ')
  const note = [containerField === 'note' && container, published].filter(Boolean).join('. ')
  const unless = (field: string, value: BibtexValue | undefined): [string, BibtexValue | undefined] => [
    field,
    field === 'note' ? undefined : value,
  ]
  const fields: [string, BibtexValue | undefined][] = [
    ['author', source.author && bibtexNames(source.author)],
    ['title', bibtexTitle(source.title)],
    ['editor', source.editor && bibtexNames(source.editor)],
    ['translator', source.translator && bibtexNames(source.translator)],
    unless(containerField, container && (containerField === 'organization' ? bibtexListed : bibtexTitle)(container)),
    ['origtitle', source['original-title'] && bibtexTitle(source['original-title'])],
    ['type', entry === 'thesis' ? bibtexText('Thesis') : undefined],
    ['edition', text(source.edition)],
    ['volume', text(source.volume)],
    ['number', text(source.issue)],
    ['pages', text(source.page)?.replace(/(?<=\d)[-–](?=\d)/gu, '--')],
    unless(publisherField, publisher && (publisherField === 'howpublished' ? bibtexText : bibtexListed)(publisher)),
    unless(placeField, place && bibtexListed(place)),
    ...dateFields(source),
    ['origdate', verbatim(source['original-date'])],
    ['isbn', verbatim(source.ISBN)],
    ['doi', verbatim(source.DOI)],
    ['url', verbatim(source.URL)],
    ['language', text(source.language)],
    ['keywords', text(source.keyword)],
    ['entrysubtype', text(subtype)],
    ['note', text(note || undefined)],
    // A remark of ours to the reader: as a note it would be printed behind the work.
    ['annote', text(source.note)],
  ]
  const lines = fields.flatMap(([field, value]) => (value === undefined ? [] : `  ${field} = ${value}`))
  return `@${entry}{${source.id},\n${lines.join(',\n')}\n}\n`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A year, with or without month, as BibTeX has it; a day or a range as BibLaTeX does, with the first year for BibTeX. */
function dateFields({ issued }: SourceFile): [string, string | undefined][] {
  const [year, month, day] = issued?.split(/[-/]/u) ?? []
  if (issued === undefined || year === undefined) return []
  const isMore = day !== undefined || issued.includes('/')
  return [
    ['date', isMore ? verbatim(issued) : undefined],
    ['year', verbatim(year)],
    ['month', isMore || month === undefined ? undefined : months[Number(month) - 1]],
  ]
}

const text = (value: string | undefined) => (value === undefined ? undefined : bibtexText(value))

const verbatim = (value: string | undefined) => (value === undefined ? undefined : bibtexVerbatim(value))
