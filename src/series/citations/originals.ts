import type { CitationStyleName } from '../../model/citation-styles.ts'
import { plainDays, type WorkDate } from '../../model/edtf.ts'
import { useStyle } from './csl-engine.ts'
import { withoutMarks } from './csl-html.ts'
import { type NamedSource, toPrintedItem } from './csl-json.ts'
import { dateInWords } from './dates-in-words.ts'
import { printedItem } from './printed-items.ts'

/**
 * The entries with what the style leaves out of a translation’s or reprint’s original: its year, its title. Style files
 * are not edited (decision 30); the words are those of the styles’ manuals.
 */
export function withOriginal(
  style: CitationStyleName,
  entries: ReadonlyMap<string, string>,
  sources: readonly NamedSource[],
): ReadonlyMap<string, string> {
  const say = words[style]
  const printsYear = whetherYearsArePrinted(style, sources)
  const originals = new Map(
    sources.flatMap(({ id, file }) => {
      const { 'original-title': title, 'original-date': date } = file
      const year = date !== undefined && !printsYear(id) ? yearsOf(date) : undefined
      return title === undefined && year === undefined ? [] : [[id, ` ${say(title && `<i>${inHtml(title)}</i>`, year)}`] as const]
    }),
  )
  return new Map([...entries].map(([id, entry]) => [id, entry + (originals.get(id) ?? '')]))
}

/** The years of a date, or its words. */
const yearsOf = (date: WorkDate): string => dateInWords(date) ?? [...new Set(plainDays(date).map((day) => day.slice(0, 4)))].join('–')

type Words = (title: string | undefined, year: string | undefined) => string

const sentence: Words = (title, year) => `First published ${[year, title && `as ${title}`].filter(Boolean).join(' ')}.`
const originally: Words = (title, year) =>
  title ? `Originally published as ${title}${year ? `, ${year}` : ''}.` : `Originally published ${year}.`

const words: Readonly<Record<CitationStyleName, Words>> = {
  'chicago-notes': originally,
  'chicago-author-date': originally,
  mla: originally,
  apa: (title, year) => (title ? `(Original title: ${title}${year ? `, published ${year}` : ''})` : `(Original work published ${year})`),
  harvard: sentence,
  mhra: (title, year) => `(first publ. ${[title && `as ${title}`, year].filter(Boolean).join(', ')})`,
}

/** Whether the style prints the year of the original, which it does for some kinds of works only: it is asked with a year that no work has. */
function whetherYearsArePrinted(style: CitationStyleName, sources: readonly NamedSource[]): (id: string) => boolean {
  const dated = sources.filter(({ file }) => file['original-date'] !== undefined)
  if (dated.length === 0) return () => false
  const asked = dated.map(({ id, file }) => ({ ...toPrintedItem(id, file), 'original-date': { 'date-parts': [[9876]] } }))
  const entries = useStyle(style, dated.map(({ file }, i) => printedItem(style, file, asked[i] as (typeof asked)[number]))).entries()
  return (id) => entries.get(id)?.includes('9876') === true
}

const inHtml = (text: string) => withoutMarks(text).replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0)};`)
