import { startOfFile } from '../diagnostics/diagnostic.ts'
import { keyOf } from '../kept-results.ts'
import type { PartialCatalogue } from '../locales/catalogue.ts'
import type { NamedPart } from '../locales/part-names.ts'
import { type Words, wordsOf } from '../locales/words.ts'
import { checkDate } from '../manuscript/dates.ts'
import { memoize, memoizeByValue } from '../memoize.ts'
import type { CitationStyleName } from '../model/citation-styles.ts'
import type { CalendarDate, WrittenDate } from '../model/dates/calendar-date.ts'
import { type CitationFormatter, makeCitationFormatter } from './citations/citations.ts'
import type { NamedSource } from './citations/csl-json.ts'

/** What a text is linked with: the words that other files give. The same object while they are the same. */
export type Context = {
  /** Stands for all of it. */
  readonly key: string
  readonly words: Words
  readonly formatter: CitationFormatter
  readonly date: (written: WrittenDate) => CalendarDate
  readonly terms: ReadonlyMap<string, { readonly name: string; readonly label: string }>
  readonly parts: ReadonlyMap<string, NamedPart>
  /** The same in their order. */
  readonly series: { readonly parts: readonly NamedPart[] }
  readonly pages: ReadonlyMap<string, string>
}

/** What a text is linked by, as plain data: the names other files give. */
export type Names = {
  readonly language: string
  readonly ownWords: PartialCatalogue | undefined
  readonly newCalendar: string | undefined
  readonly terms: readonly (readonly [string, { readonly name: string; readonly label: string }])[]
  readonly parts: readonly (readonly [string, NamedPart])[]
  readonly pages: readonly (readonly [string, string])[]
}

/** The formatter for these works in a style. */
export const formatterOf = memoizeByValue(
  (sources: readonly NamedSource[], style: CitationStyleName, language: string, own: PartialCatalogue | null) =>
    makeCitationFormatter(sources, style, wordsOf({ language, words: own ?? undefined })),
)

/** The context by a formatter and the {@link Names}, written as JSON. */
export const contextOf = memoize((formatter: CitationFormatter, names: string): Context => {
  const { language, ownWords, newCalendar, terms, parts, pages }: Names = JSON.parse(names)
  return {
    key: keyOf([formatter.key, names]),
    words: wordsOf({ language, words: ownWords }),
    formatter,
    date: (written) => dateOf(written, newCalendar),
    terms: new Map(terms),
    parts: new Map(parts),
    series: { parts: parts.map(([, part]) => part) },
    pages: new Map(pages),
  }
})

function dateOf(written: WrittenDate, newCalendar: string | undefined): CalendarDate {
  const checked = checkDate(written, newCalendar, '', startOfFile)
  if ('diagnostic' in checked) throw new Error(`A wrong date was not found when the manuscript was checked: ${checked.diagnostic.message}`)
  return checked.date
}
