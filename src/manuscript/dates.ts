import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { memoize } from '../memoize.ts'
import type { CalendarDate, Precision, WrittenDate } from '../model/dates/calendar-date.ts'
import { dayOf, gregorianOf } from '../model/dates/calendars.ts'
import { isoOf, knownOf } from '../model/dates/date-extent.ts'
import { edtfOf } from '../model/dates/date-forms.ts'
import { type EdtfDay, endsOf } from '../model/dates/edtf.ts'
import { gregorianOfOther, nameOfOther, type OtherCalendar, otherCalendars, readOtherDate } from '../model/dates/other-calendars.ts'
import type { Span } from '../model/facts.ts'

/** A date as written became a date of the calendar, or something is wrong with it. */
export type CheckedDate = { readonly date: CalendarDate } | { readonly diagnostic: Diagnostic }

/**
 * Checks a date as the writer typed it and adds the Gregorian form.
 *
 * @param newCalendar first day of the Gregorian calendar where the texts play (ISO 8601); without it any date may be Julian
 */
export function checkDate(written: WrittenDate, newCalendar: string | undefined, file: string, span: Span): CheckedDate {
  const typed = JSON.stringify(written)
  const date = rightDate(typed, typed, newCalendar)
  return date ? { date } : judge(written, newCalendar, file, span)
}

/** The same dates stand in many places, and each edit asks for all of them; nothing where one is wrong, in some place. */
const rightDate = memoize((typed: string, newCalendar: string | undefined) => {
  const checked = judge(JSON.parse(typed), newCalendar, '', startOfFile)
  return 'date' in checked ? checked.date : undefined
})

function judge(written: WrittenDate, newCalendar: string | undefined, file: string, span: Span): CheckedDate {
  const invalid = (date: string, hint?: string): CheckedDate => ({
    diagnostic: diagnose('date-invalid', file, span, { date, ...(hint && { hint }) }),
  })
  const [julian, gregorian] = [written.julian, written.gregorian].map((text) => text && edtfOf(text))
  for (const [typed, edtf, daysInMonth] of [
    [written.julian, julian, daysInJulianMonth],
    [written.gregorian, gregorian, daysInGregorianMonth],
  ] as const) {
    if (typed === undefined) continue
    if (edtf === undefined || !knownOf(endsOf(edtf)).every((end) => isDate(end, daysInMonth))) return invalid(typed)
    // “1 BC” is a year 0 too, but nobody who types 0 means it.
    if (/^0+(?![\dX]| ?BC)/iu.test(typed)) return invalid(typed, 'There is no year 0: the year before 1 is “1 BC”.')
    if (!isInOrder(edtf)) return invalid(typed, `Put the earlier date first: “${edtf.split('/').toReversed().join('/')}”.`)
  }
  const other = otherCalendars.find((calendar) => written[calendar] !== undefined)
  const converted = other === undefined ? undefined : convert(written[other] ?? '', other)
  if (other !== undefined && converted?.gregorian === undefined) return invalid(written[other] ?? '', remedies[other])
  const expected = converted?.gregorian ?? (julian === undefined ? undefined : inGregorian(julian))
  // At both ends of what four digits can say, the other calendar is beyond it.
  if (expected !== undefined && /(?:^|\/)-?\d{5}/u.test(expected)) return invalid(written.julian ?? written[other as OtherCalendar] ?? '')
  const late = newCalendar === undefined || julian === undefined ? undefined : oldStyleAfter(julian, newCalendar)
  if (late !== undefined && newCalendar !== undefined)
    return { diagnostic: diagnose('date-after-reform', file, span, { julian: late, reform: newCalendar }) }
  if (expected !== undefined && gregorian !== undefined && expected !== gregorian) {
    const [given, calendar] = other === undefined ? [julian ?? '', undefined] : [written[other] ?? '', calendarNames[other]]
    return {
      diagnostic: diagnose('date-calendar-mismatch', file, span, { julian: given, gregorian, expected, ...(calendar && { calendar }) }),
    }
  }
  return { date: finish(written, expected ?? gregorian ?? '', julian, other && converted && { [other]: converted.name }) }
}

const calendarNames: Readonly<Record<OtherCalendar, string>> = {
  republican: 'of the French Republican calendar',
  hebrew: 'of the Hebrew calendar',
  islamic: 'of the Islamic calendar',
}

const remedies: Readonly<Record<OtherCalendar, string>> = {
  republican:
    'The calendar was in use in its years 1 to 14, and in 79; its months have 30 days, and the year ends with five or six complementary days (8-13-05).',
  hebrew: 'A month has 29 or 30 days; a leap year has “Adar I” and “Adar II”, another year “Adar” alone.',
  islamic: 'A month has 29 or 30 days, by turns; the twelfth has 30 in leap years alone.',
}

function convert(typed: string, calendar: OtherCalendar): { readonly gregorian: string | undefined; readonly name: string } {
  const read = readOtherDate(typed, calendar)
  const dates = 'dates' in read ? read.dates : []
  return { gregorian: gregorianOfOther(dates, calendar), name: dates.map((date) => nameOfOther(date, calendar)).join('/') }
}

/** The marks of a single date are fields; those of a span stay with its ends. */
function finish(written: WrittenDate, gregorian: string, julian: string | undefined, other: object | undefined): CalendarDate {
  const mark = gregorian.includes('/') ? undefined : knownOf(endsOf(gregorian))[0]
  const bare = (edtf: string) => (mark ? edtf.replace(/[?~%]$/u, '') : edtf)
  return {
    precision: precisionOf(gregorian),
    gregorian: bare(gregorian),
    ...(julian !== undefined && { julian: bare(julian) }),
    ...other,
    ...((written.approximate || mark?.isApproximate) && { approximate: true }),
    ...(mark?.isUncertain && { uncertain: true }),
    ...(written.before && { bound: 'before' as const }),
    ...(written.after && { bound: 'after' as const }),
  }
}

function precisionOf(edtf: string): Precision {
  const ends = endsOf(edtf) ?? []
  const [end] = ends
  if (ends.length !== 1 || end === undefined || typeof end === 'string') return 'span'
  if (end.unknownDigits > 0) return end.unknownDigits === 1 ? 'decade' : 'century'
  if (end.season !== undefined) return 'season'
  return end.day !== undefined ? 'day' : end.month !== undefined ? 'month' : 'year'
}

/** The days of a Julian date in the Gregorian calendar; months, years and longer stay as they are. */
const inGregorian = (julian: string): string =>
  julian
    .split('/')
    .map((end) => end.replace(/^-?\d{4}-\d{2}-\d{2}/u, gregorianOf))
    .join('/')

/** The end of a Julian date that lies in the time of the new calendar. */
const oldStyleAfter = (julian: string, newCalendar: string) =>
  julian
    .split('/')
    .map((end) => end.replace(/[?~%]$/u, ''))
    .find((end) => /^-?\d{4}-\d{2}-\d{2}$/u.test(end) && dayOf(end, 'julian') >= dayOf(newCalendar, 'gregorian'))

function isInOrder(edtf: string): boolean {
  const [first, last] = (endsOf(edtf) ?? []).map((end) => (typeof end === 'string' ? undefined : end))
  if (first === undefined || last === undefined) return true
  const lastYear = last.year + (last.unknownDigits > 0 ? 10 ** last.unknownDigits - 1 : 0)
  return orderOf(first.year, first) <= orderOf(lastYear, last, 1)
}

/** What a date leaves open is as early as can be, or as late. */
const orderOf = (year: number, { month, day, season }: EdtfDay, late = 0) =>
  year * 10_000 + (month ?? (season === undefined ? late * 12 : season * 3)) * 100 + (day ?? late * 31)

function isDate({ year, month, day, season }: EdtfDay, daysInMonth: (year: number, month: number) => number): boolean {
  if (season !== undefined) return season >= 1 && season <= 4 && day === undefined
  return (month ?? 1) >= 1 && (month ?? 1) <= 12 && (day === undefined || (day >= 1 && day <= daysInMonth(year, month ?? 1)))
}

const daysInGregorianMonth = (year: number, month: number) =>
  dayOf(isoOf(year, month + 1), 'gregorian') - dayOf(isoOf(year, month), 'gregorian')
const daysInJulianMonth = (year: number, month: number) => dayOf(isoOf(year, month + 1), 'julian') - dayOf(isoOf(year, month), 'julian')
