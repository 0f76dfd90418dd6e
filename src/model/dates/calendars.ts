export type Calendar = 'julian' | 'gregorian'

/** A month, year or longer span of a calendar; `to` is the first day after it. Days are counted from 1 January 1970, Gregorian. */
export type Period = { readonly year: number; readonly month: number; readonly from: number; readonly to: number }

/**
 * The day on which a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) begins, by way of the Julian day number: E. G. Richards in
 * S. E. Urban and P. K. Seidelmann (eds), Explanatory Supplement to the Astronomical Almanac, 3rd ed. (2013), §15.11.3.
 */
export function dayOf(iso: string, calendar: Calendar): number {
  const [year = 0, month = 1, day = 1] = numbersOf(iso)
  return firstDayOf(year, month, calendar) + day - 1
}

/** The first day after a date: of the next day, month or year, by the date’s own precision. */
export function dayAfter(iso: string, calendar: Calendar): number {
  const [year = 0, month, day] = numbersOf(iso)
  if (day !== undefined) return dayOf(iso, calendar) + 1
  return month === undefined ? firstDayOf(year + 1, 1, calendar) : firstDayOf(year, month + 1, calendar)
}

/** The Gregorian date of a Julian one (`YYYY-MM-DD` both). Months and years alone are not converted. */
export const gregorianOf = (julian: string): string => (numbersOf(julian).length < 3 ? julian : isoOf(dayOf(julian, 'julian')))

/** The Gregorian date of a day, ISO 8601; years before the era with a sign and four digits, where 0000 is 1 BC. */
export function isoOf(day: number): string {
  const date = new Date(day * 86_400_000)
  const year = date.getUTCFullYear()
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}${date.toISOString().slice(-20, -14)}`
}

/** Year, month and day of a date, as far as it has them. */
export const numbersOf = (iso: string): number[] => {
  const [year = '', ...rest] = iso.replace(/^-/u, '').split('-')
  return [iso.startsWith('-') ? -Number(year) : Number(year), ...rest.map(Number)]
}

/** The periods of so many months that share a day with a span, cut to it. Years and longer begin with January. */
export function periodsOf(calendar: Calendar, from: number, to: number, months: number): Period[] {
  const periods: Period[] = []
  // The calendars are never two months apart, so the count begins early enough.
  const start = new Date((from - 62) * 86_400_000)
  let index = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months
  for (let begin = firstDayOf(0, index + 1, calendar); begin < to; index += months) {
    const end = firstDayOf(0, index + months + 1, calendar)
    if (end > from)
      periods.push({ year: Math.floor(index / 12), month: (index % 12) + 1, from: Math.max(begin, from), to: Math.min(end, to) })
    begin = end
  }
  return periods
}

/** Months over twelve belong to later years. */
function firstDayOf(year: number, month: number, calendar: Calendar): number {
  const index = year * 12 + month - 1
  if (calendar === 'gregorian') return new Date(0).setUTCFullYear(Math.floor(index / 12), index % 12, 1) / 86_400_000
  const m = ((index % 12) + 22) % 12
  const y = Math.floor(index / 12) + 4800 - (m > 9 ? 1 : 0)
  return Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32082 - 2_440_588
}
