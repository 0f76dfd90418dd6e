import { z } from 'zod'
import { text } from './text.ts'

/** How sure a fact is, with the word that a reader sees. See decision 37. */
export const certaintyLevels = { high: 'Certain', medium: 'Uncertain', disputed: 'Disputed', low: 'Doubtful' } as const

export type CertaintyLevel = keyof typeof certaintyLevels

export const certaintyLevelSchema = z.enum(Object.keys(certaintyLevels) as [CertaintyLevel, ...CertaintyLevel[]])

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
