import type { CalendarDate } from './calendar-date.ts'
import { type Calendar, dayAfter, dayOf } from './calendars.ts'
import { type Edtf, type EdtfDay, endsOf } from './edtf.ts'

/** The date as it is given: in the calendar of the texts, where that is the Julian or the Gregorian one. */
export const givenDate = ({ julian, gregorian }: CalendarDate): string => julian ?? gregorian

/** The calendar of {@link givenDate}. */
export const calendarOf = ({ julian }: CalendarDate): Calendar => (julian === undefined ? 'gregorian' : 'julian')

/** The first day of a date and the first after it, counted from 1 January 1970, Gregorian. What is open at an end is a day long there. */
export function extentOf(date: CalendarDate): { readonly from: number; readonly to: number } {
  const extents = knownEnds(date).map((end) => extentOfEnd(end, calendarOf(date)))
  const [from, to] = [extents[0]?.[0] ?? 0, extents.at(-1)?.[1] ?? 0]
  if (date.bound === 'before') return { from: from - 1, to: from }
  if (date.bound === 'after') return { from: to, to: to + 1 }
  const ends = endsOf(givenDate(date)) ?? []
  if (ends.length === 2 && typeof ends[0] === 'string') return { from: to - 1, to }
  if (ends.length === 2 && typeof ends[1] === 'string') return { from, to: from + 1 }
  return { from, to }
}

/** The year in which a date begins, where 0 is 1 BC; of what is only known to end, the year of its end. */
export const firstYearOf = (date: CalendarDate): number => knownEnds(date)[0]?.year ?? 0

/** The ends of a date that are known. */
export const knownEnds = (date: CalendarDate): EdtfDay[] => knownOf(endsOf(givenDate(date)))

export const knownOf = (ends: Edtf | undefined): EdtfDay[] => (ends ?? []).flatMap((end) => (typeof end === 'string' ? [] : [end]))

/** Earlier ones first; of those that begin on one day, as they were. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number => extentOf(a).from - extentOf(b).from

/** Spring is March to May; winter begins with the December of its year. */
function extentOfEnd({ year, month, day, season, unknownDigits }: EdtfDay, calendar: Calendar): readonly [number, number] {
  if (unknownDigits > 0) return [dayOf(isoOf(year), calendar), dayOf(isoOf(year + 10 ** unknownDigits), calendar)]
  if (season !== undefined) return [dayOf(isoOf(year, season * 3), calendar), dayOf(isoOf(year, season * 3 + 3), calendar)]
  const iso = isoOf(year, month, day)
  return [dayOf(iso, calendar), dayAfter(iso, calendar)]
}

/** Months over twelve belong to later years, as {@link dayOf} reads them. */
export const isoOf = (year: number, month?: number, day?: number): string =>
  [
    `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`,
    ...[month, day].flatMap((number) => (number === undefined ? [] : [String(number).padStart(2, '0')])),
  ].join('-')
