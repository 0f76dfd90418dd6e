import { startOfFile } from '../diagnostics/diagnostic.ts'
import { checkDate } from '../manuscript/dates.ts'
import { memoize, memoizeByValue } from '../memoize.ts'
import type { CalendarDate, WrittenDate } from '../model/calendar-date.ts'
import { type CitationFormatter, makeCitationFormatter } from './citations/citations.ts'

/** What a text is linked with: the words that other files give. The same object while they are the same. */
export type Context = {
  readonly language: string
  readonly formatter: CitationFormatter
  readonly date: (written: WrittenDate) => CalendarDate
  readonly terms: ReadonlyMap<string, { readonly name: string; readonly label: string }>
  readonly parts: ReadonlyMap<string, number>
  readonly pages: ReadonlyMap<string, string>
}

/** What a text is linked by, as plain data: the names other files give. */
export type Names = {
  readonly language: string
  readonly newCalendar: string | undefined
  readonly terms: readonly (readonly [string, { readonly name: string; readonly label: string }])[]
  readonly parts: readonly (readonly [string, number])[]
  readonly pages: readonly (readonly [string, string])[]
}

/** The formatter for these works in a style. */
export const formatterOf = memoizeByValue(makeCitationFormatter)

/** The context by a formatter and the {@link Names}, written as JSON. */
export const contextOf = memoize((formatter: CitationFormatter, names: string): Context => {
  const { language, newCalendar, terms, parts, pages }: Names = JSON.parse(names)
  return {
    language,
    formatter,
    date: (written) => dateOf(written, newCalendar),
    terms: new Map(terms),
    parts: new Map(parts),
    pages: new Map(pages),
  }
})

function dateOf(written: WrittenDate, newCalendar: string | undefined): CalendarDate {
  const checked = checkDate(written, newCalendar, '', startOfFile)
  if ('diagnostic' in checked) throw new Error(`A wrong date was not found when the manuscript was checked: ${checked.diagnostic.message}`)
  return checked.date
}
