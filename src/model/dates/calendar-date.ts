import { z } from 'zod'
import { edtfOf, mistakeInForm } from './date-forms.ts'
import { endsOf } from './edtf.ts'
import { otherCalendars, readOtherDate } from './other-calendars.ts'

const typed = z
  .union([z.string(), z.number().int()])
  .superRefine((date, context) => {
    // YAML takes -0043 for the number -43, and nobody could say which of the two was meant.
    if (typeof date === 'number' && date < 0)
      context.addIssue({ code: 'custom', message: `a year before the era as 44 BC, or in quotation marks: '-0043'` })
  })
  .transform(String)

/** The form is checked here; whether there is such a day is asked with the manuscript. */
const writtenDate = typed.superRefine((text, context) => {
  const expected = mistakeInForm(text)
  if (expected) context.addIssue({ code: 'custom', message: expected })
})

const otherDate = (calendar: (typeof otherCalendars)[number]) =>
  typed.superRefine((text, context) => {
    const read = readOtherDate(text, calendar)
    if ('expected' in read) context.addIssue({ code: 'custom', message: read.expected })
  })

const calendarDateFields = {
  /**
   * The date in the Julian calendar (old style): 1917, 1917-10, 1917-10-25, 44-03-15 BC, or as EDTF has it: 195X (a decade),
   * 18XX (a century), 1917-21 (spring), 1914/1918 (a span), 1917/.. (from then on), 1917~ (about), 1917? (not certain).
   */
  julian: writtenDate.optional(),
  /** The date in the Gregorian calendar (new style), in the same forms. */
  gregorian: writtenDate.optional(),
  /** The date in the French Republican calendar, years 1 to 14: 8-brumaire-18, 8-02-18, “18 brumaire an VIII”, “an VIII”. */
  republican: otherDate('republican').optional(),
  /** The date in the Hebrew calendar, with the name of the month: 5708-iyar-05, “5 Iyar 5708”, 5708. */
  hebrew: otherDate('hebrew').optional(),
  /** The date in the Islamic calendar by its tables, a day off from what was seen at times: 1367-07-05, “5 Rajab 1367”, 1367. */
  islamic: otherDate('islamic').optional(),
  /** True where the date is only about right: “about 1917”. */
  approximate: z.literal(true).optional(),
  /** True where all that is known is that it was before that date. */
  before: z.literal(true).optional(),
  /** True where all that is known is that it was after that date. */
  after: z.literal(true).optional(),
}

/** The fields by which an event or a component states its date; shared with {@link calendarDateSchema}. */
export { calendarDateFields }

/** What has a date among its other fields, in two: the date, and the rest. */
export function takeDate<T extends WrittenDate>(dated: T): readonly [WrittenDate, Omit<T, keyof WrittenDate>] {
  const { julian, gregorian, republican, hebrew, islamic, approximate, before, after, ...rest } = dated
  return [{ julian, gregorian, republican, hebrew, islamic, approximate, before, after }, rest]
}

/** Whether a date is one day. */
export function namesDay({ before, after, ...date }: WrittenDate): boolean {
  if (before || after) return false
  const other = otherCalendars.find((calendar) => date[calendar] !== undefined)
  const read = other && readOtherDate(String(date[other]), other)
  if (read) return 'dates' in read && read.dates.length === 1 && read.dates[0]?.day !== undefined
  const [end, ...more] = endsOf(edtfOf(String(date.julian ?? date.gregorian)) ?? '') ?? []
  return more.length === 0 && typeof end === 'object' && end.day !== undefined
}

/** A date as it was typed, in the calendar of the texts. */
export const typedDate = (date: Readonly<Record<string, unknown>>): string =>
  String(['julian', ...otherCalendars, 'gregorian'].map((calendar) => date[calendar]).find((text) => text !== undefined) ?? '')

/** A date is stated in one calendar, and in the Gregorian as well where the writer wants to have them compared. */
export function refuseOtherDates(date: z.output<z.ZodObject<typeof calendarDateFields>>, context: z.RefinementCtx): void {
  const calendars = (['julian', ...otherCalendars] as const).filter((calendar) => date[calendar] !== undefined)
  if (calendars.length === 0 && date.gregorian === undefined)
    context.addIssue({ code: 'custom', path: ['gregorian'], message: 'a date: “gregorian”, “julian”, “republican”, “hebrew” or “islamic”' })
  if (calendars.length > 1)
    context.addIssue({
      code: 'custom',
      path: calendars.slice(1, 2),
      message: `the date in one calendar, with “gregorian” beside it if you like`,
    })
  if (date.before && date.after) context.addIssue({ code: 'custom', path: ['after'], message: 'either “before” or “after”, not both' })
  const isSpan = [date.julian, date.gregorian, ...otherCalendars.map((calendar) => date[calendar])].some((text) =>
    String(text).includes('/'),
  )
  if (isSpan && (date.before || date.after))
    context.addIssue({
      code: 'custom',
      path: [date.before ? 'before' : 'after'],
      message: 'a single date, where something was before or after it',
    })
}

/**
 * A date as the writer types it in YAML: in one calendar, or in the Gregorian as well, which the program then compares.
 * How exact it is (a century, a year, a day …) is read from the form of the date, as in EDTF (ISO 8601-2).
 */
export const calendarDateSchema = z.strictObject(calendarDateFields).superRefine(refuseOtherDates)

export type WrittenDate = z.infer<typeof calendarDateSchema>

const edtf = z.string().regex(/^(?:-?\d{2}[\dX]{2}(?:-\d{2}){0,2}[?~%]?|\.\.)?(?:\/(?:-?\d{2}[\dX]{2}(?:-\d{2}){0,2}[?~%]?|\.\.)?)?$/u)

/** A date the program has checked: `julian` is missing where the writer gave only the new style and it stays so. */
export const checkedDateSchema = z.strictObject({
  precision: z.enum(['year', 'month', 'day', 'season', 'decade', 'century', 'span']),
  /**
   * EDTF (ISO 8601-2, level 1), proleptic Gregorian: a day, month or year as in ISO 8601; `1917-21` (spring), `195X`,
   * `18XX`, `1914/1918`; days of the Julian calendar are converted, months and years as the writer gave them.
   */
  gregorian: edtf,
  /** The same date in the Julian calendar, where it was given in it. */
  julian: z.exactOptional(edtf),
  /** The same date in another calendar, where it was given in it: year, month and day with hyphens between them. */
  republican: z.exactOptional(z.string()),
  hebrew: z.exactOptional(z.string()),
  islamic: z.exactOptional(z.string()),
  approximate: z.exactOptional(z.literal(true)),
  uncertain: z.exactOptional(z.literal(true)),
  /** It was before that date, or after it. */
  bound: z.exactOptional(z.enum(['before', 'after'])),
})

export type CalendarDate = Readonly<z.infer<typeof checkedDateSchema>>
export type Precision = CalendarDate['precision']
