import { sayYear } from '../locales/say-year.ts'
import type { Words } from '../locales/words.ts'
import { knownOf } from '../model/dates/date-extent.ts'
import { type EdtfDay, endsOf } from '../model/dates/edtf.ts'
import { romanOf } from '../model/roman.ts'

/**
 * A date in EDTF in words: a day, a month with its year, a year, “spring 1917”, “1950s”, “19th century”, “1914–1918”. An open
 * end is not said.
 *
 * @param withYear whether a day has its year
 */
export function sayDate(edtf: string, words: Words, withYear: boolean): string {
  const [first, last] = knownOf(endsOf(edtf))
  if (first === undefined) return edtf
  return last === undefined ? sayEnd(first, words, withYear) : saySpan(first, last, words, withYear)
}

function sayEnd(end: EdtfDay, words: Words, withYear: boolean): string {
  const { year, season, unknownDigits } = end
  const sure = end.isUncertain && !end.isApproximate ? '?' : ''
  if (unknownDigits === 1) return sayDecade(year, words)
  if (unknownDigits === 2) return sayCentury(year, words)
  if (season !== undefined) return words.say(`dates.${seasons[season - 1] ?? 'spring'}`, { year: sayYear(year, words).replace(/年$/u, '') })
  return format(end, words.locale, withYear) + sure
}

/** Languages without a short word for a decade name its years. */
function sayDecade(year: number, words: Words): string {
  const span = years(year, year + 9, words.locale)
  if (year < 0) return span
  return words.say('dates.decade', { year: ['he', 'pl', 'tr'].includes(new Intl.Locale(words.language).language) ? span : year })
}

const seasons = ['spring', 'summer', 'autumn', 'winter'] as const

/** The first year of the 19th century is 1800 here, as EDTF has it; that of the fifth century BC is −499. */
function sayCentury(year: number, words: Words): string {
  const [message, number] =
    year < 0 ? (['dates.centuryBefore', Math.floor(-year / 100) + 1] as const) : (['dates.century', year / 100 + 1] as const)
  return words.say(message, { number: numberOfCentury(number, words.language) })
}

/** As each language counts its centuries. */
function numberOfCentury(number: number, language: string): string {
  const { language: base } = new Intl.Locale(language)
  if (base === 'en') return `${number}${englishOrdinals[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)]}`
  if (base === 'fr') return `${romanOf(number)}${number === 1 ? 'er' : 'e'}`
  return ['es', 'it', 'pt', 'ru', 'uk', 'pl'].includes(base) ? romanOf(number) : String(number)
}

const englishOrdinals = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }

const isPlainYear = ({ month, season, unknownDigits, isUncertain, isApproximate }: EdtfDay) =>
  month === undefined && season === undefined && unknownDigits === 0 && !isUncertain && !isApproximate

function saySpan(first: EdtfDay, last: EdtfDay, words: Words, withYear: boolean): string {
  const [from, to] = [first, last].map(
    (end) =>
      (end.isApproximate ? `${words.say('dates.about')} ` : '') +
      sayEnd(end, words, withYear || end.year !== (end === first ? last : first).year),
  )
  if (isPlainYear(first) && isPlainYear(last)) return years(first.year, last.year, words.locale)
  const isWithin = [first, last].every(
    ({ day, year, isUncertain, isApproximate }) => day !== undefined && year > 0 && !isUncertain && !isApproximate,
  )
  return (isWithin && first.year === last.year && days(first, last, words.locale, withYear)) || `${from} – ${to}`
}

/** “1914–1918”, “264–146 BC”. */
function years(first: number, last: number, locale: string): string {
  const formatter = formatterFor(locale, { year: 'numeric', ...((first < 1 || last < 1) && { era: 'short' }) })
  return closed(formatter.formatRange(dateOf(first), dateOf(last)))
}

/** Between figures a dash has no spaces beside it. */
const closed = (span: string) => span.replace(/(?<=\d)\s*–\s*(?=\d)/u, '–')

/** “28 July – 2 August 1914”; languages in which `Intl` has only figures for it say both days in full. */
function days(first: EdtfDay, last: EdtfDay, locale: string, withYear: boolean): string | undefined {
  const formatter = formatterFor(locale, { month: 'long', day: 'numeric', ...(withYear && { year: 'numeric' }) })
  const [from, to] = [first, last].map(({ month = 1, day = 1 }) => Date.UTC(2000, month - 1, day))
  const parts = formatter.formatRangeToParts(from as number, to as number)
  if (parts.some(({ type, value }) => type === 'month' && /^\d/u.test(value))) return undefined
  const said = parts
    .map(({ type, value }) => (type === 'year' ? String(first.year) : type === 'day' ? String(Number(value)) : value))
    .join('')
  return first.month === last.month ? closed(said) : said.replaceAll('\u2009', ' ')
}

/** A date is formatted in a leap year and its own year put in: 29 February 1900 exists only in the Julian calendar. */
function format({ year, month, day }: { year: number; month?: number; day?: number }, locale: string, withYear: boolean): string {
  const formatter = formatterFor(locale, {
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
    ...((withYear || day === undefined) && { year: 'numeric', ...(year < 1 && { era: 'short' }) }),
  })
  return formatter
    .formatToParts(dateOf(year < 1 ? -4 : 2000, month, day))
    .map(({ type, value }) => (type === 'year' ? String(year < 1 ? 1 - year : year) : value))
    .join('')
}

const dateOf = (year: number, month = 1, day = 1) => new Date(0).setUTCFullYear(year, month - 1, day)

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter takes a hundred times as long as formatting. */
export function formatterFor(locale: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, fields])
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...fields })
  formatters.set(key, formatter)
  return formatter
}
