import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { text, title } from '../text.ts'

/** As much as can be counted to the last digit and written without an exponent. */
const amount = z.number().nonnegative().max(999_999_999_999_999)

/** A figure, or `{ about: 900 }` where it is only about right. */
const figure = z.union([amount, z.strictObject({ about: amount })])

export type Figure = z.infer<typeof figure>

const amountOf = (given: Figure | null) => (given === null ? 0 : typeof given === 'number' ? given : given.about)

const mostRows = 200

const sharesSchema = z
  .strictObject({
    /** Rows of shares that fill a whole: votes for, abstaining, against. */
    kind: z.literal('shares'),
    title,
    /** What the chart shows, for those who do not see it. */
    description: text,
    /** Names of the shares, in the order of the values. */
    series: z.array(text).min(2).max(4),
    /** A value of null is not known. */
    rows: z
      .array(z.strictObject({ label: text, values: z.array(figure.nullable()), note: text.optional() }))
      .min(1)
      .max(mostRows),
    /** Works the figures rest on. */
    sources: z.array(idSchema).default([]),
    note: text.optional(),
  })
  .superRefine(({ series, rows }, context) => {
    for (const [i, { values }] of rows.entries()) {
      const expected = mistakeInShares(values, series.length)
      if (expected) context.addIssue({ code: 'custom', path: ['rows', i, 'values'], message: expected })
    }
  })

function mistakeInShares(values: readonly (Figure | null)[], count: number): string | undefined {
  if (values.length !== count) return `${count} values, as many as there are series`
  return values.some((value) => amountOf(value) > 0) ? undefined : 'at least one figure above 0: of nothing there are no shares'
}

const rangesSchema = z
  .strictObject({
    /** Rows with the lowest and the highest figure given: contested counts. */
    kind: z.literal('ranges'),
    title,
    description: text,
    /** What is counted. */
    unit: text,
    rows: z
      .array(z.strictObject({ label: text, low: figure, high: figure, note: text.optional() }))
      .min(1)
      .max(mostRows),
    sources: z.array(idSchema).default([]),
    note: text.optional(),
  })
  .superRefine(({ rows }, context) => {
    for (const [i, { low, high }] of rows.entries()) {
      if (amountOf(low) > amountOf(high))
        context.addIssue({
          code: 'custom',
          path: ['rows', i, 'high'],
          message: `${amountOf(low)} or more: the lowest figure is “low”, the highest “high”`,
        })
    }
  })

/** What somebody answers to a question: a work that does not put it is `unasked`. */
export const answers = ['yes', 'partly', 'no', 'unasked'] as const

export type Answer = (typeof answers)[number]

const answersSchema = z
  .strictObject({
    /** Rows of answers to the same questions: who says what. */
    kind: z.literal('answers'),
    title,
    description: text,
    /** The questions, in the order of the answers. */
    questions: z.array(text).min(1).max(6),
    rows: z
      .array(z.strictObject({ label: text, answers: z.array(z.enum(answers)), note: text.optional() }))
      .min(1)
      .max(mostRows),
    sources: z.array(idSchema).default([]),
    note: text.optional(),
  })
  .superRefine(({ questions, rows }, context) => {
    for (const [i, { answers: given }] of rows.entries())
      if (given.length !== questions.length)
        context.addIssue({
          code: 'custom',
          path: ['rows', i, 'answers'],
          message: `${questions.length} answers, as many as there are questions`,
        })
  })

/** A chart of the series: `content/charts/<id>.yaml`. Its table is its text alternative and is always there. */
export const chartFileSchema = z.discriminatedUnion('kind', [sharesSchema, rangesSchema, answersSchema])

export type ChartFile = z.infer<typeof chartFileSchema>
