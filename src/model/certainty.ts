import { z } from 'zod'
import { text } from './text.ts'

/** How sure a fact is. See decision 37. */
export const certaintyLevels = ['high', 'medium', 'disputed', 'low'] as const

export type CertaintyLevel = (typeof certaintyLevels)[number]

export const certaintyLevelSchema = z.enum(certaintyLevels)

/**
 * How sure an entry is, in the judgement of those who wrote it: a level alone, or a level with the reason. What is
 * disputed says what the dispute is about; what is low is not published without a warning.
 */
export const certaintySchema = z
  .union([
    certaintyLevelSchema.transform((level) => ({ level })),
    z.strictObject({
      level: certaintyLevelSchema,
      /** What is not sure, or why, in words that can follow “Disputed:”. */
      because: text.optional(),
    }),
  ])
  .refine((certainty) => certainty.level !== 'disputed' || ('because' in certainty && certainty.because !== undefined), {
    error: 'what the dispute is about, as { level: disputed, because: the number of victims }',
  })

export type Certainty = { readonly level: CertaintyLevel; readonly because?: string | undefined }
