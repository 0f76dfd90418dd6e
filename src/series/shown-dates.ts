import type { Words } from '../locales/words.ts'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { ShownDate } from '../model/series.ts'

/** How a date is to be shown: with its year, and with the new style beside the old. */
export type DateStyle = { readonly withYear: boolean; readonly inBothCalendars: boolean }

/** The words for a date in the language of the series, in both calendars where it was given to the day in the old one. */
export function showDate(date: CalendarDate, words: Words, { withYear, inBothCalendars }: DateStyle): ShownDate {
  const old = date.julian ?? date.gregorian
  const frame = { datetime: date.gregorian, ...(date.approximate && { about: words.say('dates.about') }) }
  if (date.julian === undefined || date.precision !== 'day') return { ...frame, text: format(old, words.locale, withYear), isDual: false }
  const [oldYear = '', newYear] = [old, date.gregorian].map((iso) => iso.slice(0, 4))
  // A year that is not the same in both calendars must stand with each of them.
  const isYearShared = oldYear === newYear
  if (isYearShared && putsYearFirst(words.locale))
    return {
      ...frame,
      text: format(old, words.locale, withYear),
      newStyle: format(date.gregorian, words.locale, false),
      isDual: inBothCalendars,
    }
  return {
    ...frame,
    text: format(old, words.locale, !isYearShared && (withYear || inBothCalendars)),
    newStyle: format(date.gregorian, words.locale, !isYearShared),
    isDual: inBothCalendars,
    ...(withYear && isYearShared && { year: String(Number(oldYear)) }),
  }
}

/** The date as one line of text, as it is printed where the reader has chosen no calendar. */
export const textOfDate = ({ about, text, newStyle, isDual, year }: ShownDate): string =>
  [about, text, isDual && newStyle && `(${newStyle})`, year].filter(Boolean).join(' ')

/** From one date to another, with years and both calendars: “27 February (12 March) 1917 – 1924”. */
export function showSpan(start: CalendarDate | undefined, end: CalendarDate | undefined, words: Words): string | undefined {
  const [from, to] = [start, end].map((date) => date && textOfDate(showDate(date, words, { withYear: true, inBothCalendars: true })))
  if (!from) return to && words.say('dates.until', { date: to })
  if (!to) return words.say('dates.from', { date: from })
  return from === to ? from : `${from} – ${to}`
}

/** A date is formatted in a leap year and its own year put in: 29 February 1900 exists only in the Julian calendar. */
function format(iso: string, locale: string, withYear: boolean): string {
  const [year = '', month, day] = iso.split('-')
  return formatterFor(locale, month !== undefined, day !== undefined, withYear || !day)
    .formatToParts(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1)))
    .map(({ type, value }) => (type === 'year' ? String(Number(year)) : value))
    .join('')
}

/** Whether a language puts the year before the day: then it cannot stand behind both calendars. */
const putsYearFirst = (locale: string) => /^(?:hu|ja|ko|lt|mn|zh)(?:-|$)/u.test(locale)

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter takes a hundred times as long as formatting. */
function formatterFor(locale: string, hasMonth: boolean, hasDay: boolean, hasYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${hasMonth} ${hasDay} ${hasYear}`
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      ...(hasMonth && { month: 'long' }),
      ...(hasDay && { day: 'numeric' }),
      ...(hasYear && { year: 'numeric' }),
    })
  formatters.set(key, formatter)
  return formatter
}
