import type { TextKey } from '../../locales/catalogue.ts'
import { fill } from '../../locales/fill.ts'
import type { Words } from '../../locales/words.ts'
import type { CitationStyleName } from '../../model/citation-styles.ts'
import { plainDays, type WorkDate } from '../../model/dates/edtf.ts'
import { useStyle } from './csl-engine.ts'
import { withoutMarks } from './csl-html.ts'
import { type NamedSource, toPrintedItem } from './csl-json.ts'
import { dateInWords } from './dates-in-words.ts'
import { printedItem } from './printed-items.ts'

/**
 * The entries with what the style leaves out of a translation’s or reprint’s original: its year, its title. Style files
 * are not edited (decision 30); the English words are those of the styles’ manuals.
 */
export function withOriginal(
  style: CitationStyleName,
  entries: ReadonlyMap<string, string>,
  sources: readonly NamedSource[],
  words: Words,
): ReadonlyMap<string, string> {
  const printsYear = whetherYearsArePrinted(style, sources, words.language)
  const originals = new Map(
    sources.flatMap(({ id, file }) => {
      const { 'original-title': title, 'original-date': date } = file
      const year = date !== undefined && !printsYear(id) ? yearsOf(date, words.language) : undefined
      return title === undefined && year === undefined
        ? []
        : [[id, ` ${sayOriginal(keys[style], title && `<i>${inHtml(title)}</i>`, year, words)}`] as const]
    }),
  )
  return new Map([...entries].map(([id, entry]) => [id, entry + (originals.get(id) ?? '')]))
}

/** The years of a date, or its words. */
const yearsOf = (date: WorkDate, language: string): string =>
  dateInWords(date, language) ?? [...new Set(plainDays(date).map((day) => day.slice(0, 4)))].join('–')

/** The messages for a title alone, with a year, and for a year alone. */
type Keys = readonly [title: TextKey, both: TextKey, year: TextKey]

const originally = ['citations.originallyAs', 'citations.originallyAsIn', 'citations.originallyIn'] as const

const keys = {
  'chicago-notes': originally,
  'chicago-author-date': originally,
  mla: originally,
  apa: ['citations.originalTitle', 'citations.originalTitleIn', 'citations.originalIn'],
  harvard: ['citations.firstAs', 'citations.firstAsIn', 'citations.firstIn'],
  mhra: ['citations.firstPublAs', 'citations.firstPublAsIn', 'citations.firstPublIn'],
} as const satisfies Record<CitationStyleName, Keys>

function sayOriginal([ofTitle, ofBoth, ofYear]: Keys, title: string | undefined, year: string | undefined, words: Words): string {
  const key = title === undefined ? ofYear : year === undefined ? ofTitle : ofBoth
  return fill(String(words.message(key)), { ...(title !== undefined && { title }), ...(year !== undefined && { year }) })
}

/**
 * Whether the style prints the year of the original, which it does for some kinds of works only: it is asked with a year
 * that no work has.
 */
function whetherYearsArePrinted(style: CitationStyleName, sources: readonly NamedSource[], language: string): (id: string) => boolean {
  const dated = sources.filter(({ file }) => file['original-date'] !== undefined)
  if (dated.length === 0) return () => false
  const asked = dated.map(({ id, file }) =>
    printedItem(style, file, { ...toPrintedItem(id, file, language), 'original-date': { 'date-parts': [[9876]] } }, language),
  )
  const entries = useStyle(style, asked, language).entries()
  return (id) => entries.get(id)?.includes('9876') === true
}

const inHtml = (text: string) => withoutMarks(text).replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0)};`)
