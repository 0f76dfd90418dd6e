import type { Source } from '../model/series.ts'
import type { SourceFile, SourceName, SourceType } from '../model/source-file.ts'

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

/** Where the publisher stands, in the kinds of entry that have another name for it. */
const publisherFields: Record<string, string> = { techreport: 'institution', thesis: 'school', online: 'organization', inproceedings: 'organization' }

function entryOf(source: Source): string {
  const [entry, subtype] = entryTypes[source.type]
  const fields: [string, string | undefined][] = [
    ['author', namesOf(source.author)],
    ['title', titleOf(source.title)],
    ['editor', namesOf(source.editor)],
    ['translator', namesOf(source.translator)],
    [entry === 'article' ? 'journal' : 'booktitle', titleOf(source['container-title'])],
    ['origtitle', titleOf(source['original-title'])],
    ['edition', text(source.edition)],
    ['volume', text(source.volume)],
    ['number', text(source.issue)],
    ['pages', text(source.page)?.replace(/(?<=\d)[-–](?=\d)/gu, '--')],
    [publisherFields[entry] ?? 'publisher', text(source.publisher)],
    ['address', text(source['publisher-place'])],
    ...dateFields(source),
    ['origdate', braced(source['original-date'])],
    ['isbn', braced(source.ISBN)],
    ['doi', braced(source.DOI)],
    ['url', braced(source.URL?.replace(/[{}\\]/gu, encodeURIComponent))],
    ['language', text(source.language)],
    ['keywords', text(source.keyword)],
    ['entrysubtype', text(subtype)],
    ['note', text(source.note)],
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
    ['date', isMore ? braced(issued) : undefined],
    ['year', braced(year)],
    ['month', isMore || month === undefined ? undefined : months[Number(month) - 1]],
  ]
}

const namesOf = (names: readonly SourceName[] | undefined) => names && `{${names.map(nameOf).join(' and ')}}`

function nameOf(name: SourceName): string {
  if ('literal' in name) return `{${inTex(name.literal)}}`
  const family = [name['non-dropping-particle'], protect(name.family)].filter(Boolean).join(' ')
  return [family, name.suffix && protect(name.suffix), name.given && protect(name.given)].filter(Boolean).join(', ')
}

/** In braces where the words would be taken for more than one name or one part of it: by a comma, “and”, a small first letter. */
const protect = (name: string) => (/,|\band\b|(?:^|\s)\p{Ll}/u.test(name) ? `{${inTex(name)}}` : inTex(name))

/** Inner braces keep the capitals as they are published, whatever a style does to titles. */
const titleOf = (title: string | undefined) => title && `{{${inTex(title)}}}`

const text = (value: string | undefined) => value && `{${inTex(value)}}`

/** For what is not text in TeX: numbers, dates, addresses. */
const braced = (value: string | undefined) => value && `{${value}}`

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const inTex = (value: string) => value.replace(/[\\{}~^&%$#_]/gu, (sign) => escapes[sign] ?? `\\${sign}`)
