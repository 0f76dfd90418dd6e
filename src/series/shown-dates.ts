import { sayYear } from '../locales/say-year.ts'
import type { Words } from '../locales/words.ts'
import type { CalendarDate } from '../model/dates/calendar-date.ts'
import { knownOf } from '../model/dates/date-extent.ts'
import { type Edtf, endsOf } from '../model/dates/edtf.ts'
import { otherCalendars } from '../model/dates/other-calendars.ts'
import type { ShownDate } from '../model/series.ts'
import { sayDate } from './dates-in-words.ts'
import { sayOtherDate } from './other-dates-in-words.ts'

/** How a date is to be shown: with its year, and with the new style beside the old. */
export type DateStyle = { readonly withYear: boolean; readonly inBothCalendars: boolean }

/** The words for a date in the language of the series, in both calendars where it was given to the day in the old one. */
export function showDate(date: CalendarDate, words: Words, style: DateStyle): ShownDate {
  const { text, ...said } = inCalendars(date, words, style)
  const message = boundOf(date, endsOf(date.gregorian))
  const shown = {
    ...machineForm(date),
    ...frameOf(date, message, words),
    text: date.approximate || message === undefined ? text : governed(date, message, text, words),
    ...said,
  }
  if (!date.uncertain) return shown
  return shown.year === undefined ? { ...shown, text: `${shown.text}?` } : { ...shown, year: `${shown.year}?` }
}

function inCalendars(
  date: CalendarDate,
  words: Words,
  { withYear, inBothCalendars }: DateStyle,
): Pick<ShownDate, 'text' | 'newStyle' | 'isDual' | 'year'> {
  const other = otherCalendars.find((calendar) => date[calendar] !== undefined)
  if (other !== undefined)
    return {
      text: sayOtherDate(date[other] ?? '', other, words, withYear || inBothCalendars),
      newStyle: sayDate(yearsAlone(date[other] ?? '', date.gregorian), words, true),
      isDual: inBothCalendars,
    }
  const old = date.julian ?? date.gregorian
  const days = knownOf(endsOf(old))
  if (date.julian === undefined || !days.some(({ day }) => day !== undefined)) return { text: sayDate(old, words, withYear), isDual: false }
  const years = new Set([...days, ...knownOf(endsOf(date.gregorian))].map(({ year }) => year))
  const [year = 0] = years
  // A year that is not the same in both calendars must stand with each of them.
  const isYearShared = years.size === 1 && days.every(({ day }) => day !== undefined)
  if (isYearShared && putsYearFirst(words.locale))
    return { text: sayDate(old, words, withYear), newStyle: sayDate(date.gregorian, words, false), isDual: inBothCalendars }
  return {
    text: sayDate(old, words, !isYearShared && (withYear || inBothCalendars)),
    newStyle: sayDate(date.gregorian, words, !isYearShared),
    isDual: inBothCalendars,
    ...(withYear && isYearShared && { year: sayYear(year, words) }),
  }
}

/** A year of another calendar has no day, so the Gregorian days of it are years. */
const yearsAlone = (other: string, gregorian: string) =>
  /^\d+(?:\/\d+)?$/u.test(other) ? gregorian.replace(/(?<=\d{4})-\d{2}-\d{2}/gu, '') : gregorian

/** `<time>` takes a day, month or year of the era and nothing else (HTML, 4.5.14). */
function machineForm({ precision, gregorian, bound }: CalendarDate): Pick<ShownDate, 'datetime' | 'edtf'> {
  const isValid = ['day', 'month', 'year'].includes(precision) && bound === undefined && /^(?!0000)\d/u.test(gregorian)
  if (isValid) return { datetime: gregorian }
  return { edtf: bound === undefined ? gregorian : bound === 'before' ? `[..${gregorian}]` : `[${gregorian}..]` }
}

/** What is said before a date and behind it. */
function frameOf(date: CalendarDate, message: BoundKey | undefined, words: Words): Pick<ShownDate, 'about' | 'behind'> {
  const pieces = message === undefined ? [{ blank: 'date' }] : words.pieces(message)
  const at = pieces.findIndex((piece) => typeof piece !== 'string')
  const [before, behind] = [pieces.slice(0, at), pieces.slice(at + 1)].map((some) =>
    some.filter((piece) => typeof piece === 'string').join(''),
  )
  const about = [before?.trim(), date.approximate && words.say('dates.about')].filter(Boolean).join(' ')
  return { ...(about && { about }), ...(behind && { behind }) }
}

type BoundKey = 'dates.before' | 'dates.after' | 'dates.from' | 'dates.until'

function boundOf({ bound }: CalendarDate, ends: Edtf | undefined): BoundKey | undefined {
  if (bound) return `dates.${bound}` as const
  if (ends?.length !== 2) return undefined
  return typeof ends[1] === 'string' ? 'dates.from' : typeof ends[0] === 'string' ? 'dates.until' : undefined
}

/** The name of a month as “from”, “until”, “before” and “after” govern it: “до октября 1917”, “έως Οκτώβριο 1917”. */
function governed(date: CalendarDate, message: BoundKey, text: string, words: Words): string {
  const [end] = knownOf(endsOf(date.julian ?? date.gregorian))
  if (end?.month === undefined || end.day !== undefined || otherCalendars.some((calendar) => date[calendar] !== undefined)) return text
  const { language } = new Intl.Locale(words.language)
  if (language === 'el') return text.replace(/ος(?= |$)/u, 'ο')
  const isGenitive = ['ru', 'uk'].includes(language) || (language === 'pl' && message !== 'dates.before' && message !== 'dates.after')
  return isGenitive
    ? sayDate(`${date.julian ?? date.gregorian}-01`.replace(/^\.\.\/|\/(?:\.\.)?(?=-01$)/gu, ''), words, true).replace(/^1 /u, '')
    : text
}

/** The date as one line of text, as it is printed where the reader has chosen no calendar. */
export const textOfDate = ({ about, text, newStyle, isDual, year, behind = '' }: ShownDate): string =>
  [about, text, isDual && newStyle && `(${newStyle})`, year].filter(Boolean).join(' ') + behind

/** From one date to another, with years and both calendars: “27 February (12 March) 1917 – 1924”. */
export function showSpan(start: CalendarDate | undefined, end: CalendarDate | undefined, words: Words): string | undefined {
  const [from, to] = [start, end].map((date) => date && textOfDate(showDate(date, words, { withYear: true, inBothCalendars: true })))
  if (!from) return to && end && words.say('dates.until', { date: governed(end, 'dates.until', to, words) })
  if (!to) return start && words.say('dates.from', { date: governed(start, 'dates.from', from, words) })
  return from === to ? from : `${from} – ${to}`
}

/** Whether a language puts the year before the day: then it cannot stand behind both calendars. */
const putsYearFirst = (locale: string) => /^(?:hu|ja|ko|lt|mn|zh)(?:-|$)/u.test(locale)
