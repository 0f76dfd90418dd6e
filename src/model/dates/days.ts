import { z } from 'zod'

/** Whether a year, a month or a day (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) is one of the Gregorian calendar, from the year 1 on. */
export function isDay(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const made = new Date(Date.UTC(2000, month - 1, day))
  made.setUTCFullYear(year, month - 1, day)
  return year > 0 && made.toISOString().slice(0, date.length) === date
}

/** A day of the Gregorian calendar, ISO 8601. */
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as 2026-11-24')
  .superRefine((day, context) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !isDay(day))
      context.addIssue({ code: 'custom', message: `a date of the calendar; there is no ${day}` })
  })
