import { z } from 'zod'
import { idSchema } from './ids.ts'

const text = z.string().trim().min(1)

/** A figure, or `{ about: 900 }` where it is only about right. */
const figure = z.union([z.number().nonnegative(), z.strictObject({ about: z.number().nonnegative() })])

export type Figure = z.infer<typeof figure>

const sharesSchema = z
  .strictObject({
    /** Rows of shares that fill a whole: votes for, abstaining, against. */
    kind: z.literal('shares'),
    title: text,
    /** What the chart shows, for those who do not see it. */
    description: text,
    /** Names of the shares, in the order of the values. */
    series: z.array(text).min(2).max(4),
    /** A value of null is not known. */
    rows: z.array(z.strictObject({ label: text, values: z.array(figure.nullable()), note: text.optional() })).min(1),
    /** Works the figures rest on. */
    sources: z.array(idSchema).default([]),
    note: text.optional(),
  })
  .refine(({ series, rows }) => rows.every(({ values }) => values.length === series.length), 'in every row as many values as there are series')

const rangesSchema = z.strictObject({
  /** Rows with the lowest and the highest figure given: contested counts. */
  kind: z.literal('ranges'),
  title: text,
  description: text,
  /** What is counted. */
  unit: text,
  rows: z.array(z.strictObject({ label: text, low: figure, high: figure, note: text.optional() })).min(1),
  sources: z.array(idSchema).default([]),
  note: text.optional(),
})

/** A chart of the series: `content/charts/<id>.yaml`. Its table is its text alternative and is always there. */
export const chartFileSchema = z.discriminatedUnion('kind', [sharesSchema, rangesSchema])

export type ChartFile = z.infer<typeof chartFileSchema>
