import { z } from 'zod'
import { text } from '../text.ts'

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'a time of day from 00:00 to 23:59, as 03:30')

/** What other sources say of the time, in words that can follow “Timed differently:”. */
const otherwise = text.optional()

/**
 * When in its day something happened, as the writer types it: `21:40`, `{ about: 05:00 }`, `{ from: 21:00, to: 01:00 }`,
 * the last past midnight where it ends earlier than it begins; with `otherwise` where sources differ.
 */
export const timeOfDaySchema = z.union([
  clock.transform((from): TimeOfDay => ({ from })),
  z.strictObject({ at: clock, otherwise }).transform(({ at, otherwise }): TimeOfDay => ({ from: at, ...(otherwise && { otherwise }) })),
  z
    .strictObject({ about: clock, otherwise })
    .transform(({ about, otherwise }): TimeOfDay => ({ from: about, isAbout: true, ...(otherwise && { otherwise }) })),
  z
    .strictObject({ from: clock, to: clock, otherwise })
    .transform(({ from, to, otherwise }): TimeOfDay => ({ from, to, ...(otherwise && { otherwise }) })),
])

/** A time of day as the Series has it. */
export const readTimeSchema = z.strictObject({
  /** `HH:MM`, in the local time of the texts. */
  from: clock,
  to: z.exactOptional(clock),
  isAbout: z.exactOptional(z.literal(true)),
  otherwise: z.exactOptional(z.string().min(1)),
})

export type TimeOfDay = Readonly<z.infer<typeof readTimeSchema>>

/** Minutes since midnight. */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
