import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { CalendarDate, Precision, WrittenDate } from '../model/calendar-date.ts'
import { gregorianOf } from '../model/calendars.ts'
import type { Span } from '../model/facts.ts'

/** A date as written became a date of the calendar, or something is wrong with it. */
export type CheckedDate = { readonly date: CalendarDate } | { readonly diagnostic: Diagnostic }

/**
 * Checks a date as the writer typed it and adds the Gregorian form.
 *
 * @param newCalendar first day of the Gregorian calendar where the texts play (ISO 8601); without it any date may be Julian
 */
export function checkDate(written: WrittenDate, newCalendar: string | undefined, file: string, span: Span): CheckedDate {
  const { julian, gregorian, approximate } = written
  for (const [date, daysInMonth] of [
    [julian, daysInJulianMonth],
    [gregorian, daysInGregorianMonth],
  ] as const) {
    if (date !== undefined && !isDate(date, daysInMonth)) return { diagnostic: diagnose('date-invalid', file, span, { date }) }
  }
  const expected = julian === undefined ? undefined : gregorianOf(julian)
  // At both ends of what four digits can say, the other calendar is beyond it.
  if (julian !== undefined && !/^(?!0000)\d{4}(?:-|$)/u.test(expected ?? ''))
    return { diagnostic: diagnose('date-invalid', file, span, { date: julian }) }
  if (julian !== undefined && newCalendar && precisionOf(julian) === 'day' && (expected as string) >= newCalendar) {
    return { diagnostic: diagnose('date-after-reform', file, span, { julian, reform: newCalendar }) }
  }
  if (julian !== undefined && gregorian !== undefined && expected !== gregorian) {
    return { diagnostic: diagnose('date-calendar-mismatch', file, span, { julian, gregorian, expected: expected as string }) }
  }
  const iso = expected ?? (gregorian as string)
  return {
    date: { precision: precisionOf(iso), gregorian: iso, ...(julian && { julian }), ...(approximate && { approximate }) },
  }
}

const precisionOf = (date: string): Precision => (['year', 'month', 'day'] as const)[date.split('-').length - 1] ?? 'day'

function isDate(date: string, daysInMonth: (year: number, month: number) => number): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

const daysInGregorianMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const daysInJulianMonth = (year: number, month: number) => (month === 2 && year % 4 === 0 ? 29 : daysInGregorianMonth(2001, month))
