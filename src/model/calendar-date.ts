import { z } from 'zod'

const writtenDate = z
  .union([z.string(), z.number().int()])
  .transform(String)
  // A year before 1000 is typed as it is written: 44, 44-03-15.
  .pipe(z.string().regex(/^\d{1,4}(?:-\d{2}(?:-\d{2})?)?$/, 'a date as 1917, 1917-10 or 1917-10-25; one year, month or day of the era'))
  .transform((date) => date.replace(/^\d+/u, (year) => year.padStart(4, '0')))

const calendarDateFields = {
  /** The date in the Julian calendar (old style), as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  julian: writtenDate.optional(),
  /** The date in the Gregorian calendar (new style), in the same forms. */
  gregorian: writtenDate.optional(),
}

/**
 * A date as the writer types it in YAML: in one calendar, or in both, which the program then compares.
 * The precision (year, month, day) is read from the form of the date, as in ISO 8601.
 */
export const calendarDateSchema = z
  .strictObject({
    ...calendarDateFields,
    /** True where the date is only about right. */
    approximate: z.literal(true).optional(),
  })
  .refine((date) => date.julian !== undefined || date.gregorian !== undefined, 'a “julian” or a “gregorian” date')

/** The fields by which an event or a component states its date; shared with {@link calendarDateSchema}. */
export { calendarDateFields }

export type WrittenDate = z.infer<typeof calendarDateSchema>

const isoDate = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)

/** A date the program has checked: `julian` is missing where the writer gave only the new style and it stays so. */
export const checkedDateSchema = z.strictObject({
  precision: z.enum(['year', 'month', 'day']),
  /** ISO 8601, proleptic Gregorian, cut to the precision; for months and years as the writer gave it. */
  gregorian: isoDate,
  /** The same day in the Julian calendar, where the date was given in it. */
  julian: z.exactOptional(isoDate),
  approximate: z.exactOptional(z.literal(true)),
})

export type CalendarDate = Readonly<z.infer<typeof checkedDateSchema>>
export type Precision = CalendarDate['precision']
