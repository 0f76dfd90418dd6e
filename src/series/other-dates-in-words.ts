import { fill } from '../locales/fill.ts'
import type { Words } from '../locales/words.ts'
import { extentOfOther, type OtherCalendar, type OtherDate, readOtherDate } from '../model/dates/other-calendars.ts'
import { republicanNamesOf } from '../model/dates/republican-months.ts'
import { romanOf } from '../model/roman.ts'
import { formatterFor } from './dates-in-words.ts'

/**
 * A date or span of the French Republican, the Hebrew or the Islamic calendar in words: “18 Brumaire Year VIII”.
 *
 * @param name as it is published, `8-02-18`
 */
export function sayOtherDate(name: string, calendar: OtherCalendar, words: Words, withYear: boolean): string {
  const read = readOtherDate(name, calendar)
  const dates = 'dates' in read ? read.dates : []
  return dates
    .map((date) => (calendar === 'republican' ? sayRepublican(date, words, withYear) : sayByIntl(date, calendar, words, withYear)))
    .join(' – ')
}

function sayRepublican({ year, month, day }: OtherDate, { language }: Words, withYear: boolean): string {
  const names = republicanNamesOf(language)
  const values = { year: names.numerals === 'roman' ? romanOf(year) : String(year) }
  if (month === undefined) return fill(names.year, values)
  const inflected = day === undefined ? names.months : (names.ofDays ?? names.months)
  const monthName = month === 13 ? fill(names.complementary, { day: '' }).replace(/^\P{L}+|\P{L}+$/gu, '') : (inflected[month - 1] ?? '')
  const date = day === undefined ? monthName : fill(month === 13 ? names.complementary : names.day, { day, month: monthName })
  return withYear || day === undefined ? fill(names.withYear, { ...values, date }) : date
}

function sayByIntl(date: OtherDate, calendar: 'hebrew' | 'islamic', { locale }: Words, withYear: boolean): string {
  const from = extentOfOther(date, calendar)?.[0] ?? 0
  const format = formatterFor(new Intl.Locale(locale, { calendar: calendar === 'islamic' ? 'islamic-civil' : calendar }).toString(), {
    ...(date.day !== undefined && { day: 'numeric' }),
    ...(date.month !== undefined && { month: 'long' }),
    ...((withYear || date.day === undefined) && { year: 'numeric' }),
  })
  const letters = calendar === 'hebrew' && new Intl.Locale(locale).language === 'he' ? hebrewNumerals(from, locale) : undefined
  return format
    .formatToParts(from * 86_400_000)
    .map(({ type, value }) => {
      if (type === 'day' || type === 'year') return letters?.get(type) ?? (type === 'day' ? String(Number(value)) : value)
      return type === 'month' && /^\d+$/u.test(value) ? String(Number(value)) : value
    })
    .join('')
    .trim()
}

/** Day and year as Hebrew writes them in its own calendar, in letters: CLDR has them in the long form of a whole date alone. */
function hebrewNumerals(day: number, locale: string): ReadonlyMap<string, string> {
  const whole = formatterFor(new Intl.Locale(locale, { calendar: 'hebrew' }).toString(), { dateStyle: 'long' })
  return new Map(whole.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]))
}
