import { z } from 'zod'
import { text } from './text.ts'

/** What an address leads to. */
export const permalinkKinds = ['page', 'section', 'paragraph', 'note', 'picture', 'event', 'place'] as const

/** An address from the root of the site, with or without a fragment: `/part-1/`, `/part-1/#note-calendar`. */
const placeSchema = z.string().regex(/^\/(?:[^\s#?]*\/)?(?:#\S+)?$/, 'an address from the root of the site, as “/part-1/#note-calendar”')

const publishedSchema = z.strictObject({
  kind: z.enum(permalinkKinds),
  /** Its words when they were last recorded, by which it is known again after an edit. */
  text: z.string(),
  /** For a note: how many places of the text referred to it, at most; each has an address of its own. */
  references: z.number().int().min(1).optional(),
})

/** What became of an address that is no longer there. */
const retiredSchema = z.union([
  z.strictObject({ movedTo: placeSchema }),
  z.strictObject({
    /** Why it was taken out, in words for readers. */
    withdrawn: text,
  }),
])

/** `content/permalinks.json`: every address that has been published, and what became of those that are gone. */
export const ledgerSchema = z.strictObject({
  published: z.record(placeSchema, publishedSchema),
  retired: z.record(placeSchema, retiredSchema),
})

/** The ledger as a file. One that has become long names the parts whose addresses stand in `permalinks/<part>.json`. */
export const ledgerFileSchema = ledgerSchema.extend({
  parts: z
    .array(z.string().regex(/^[^/\\]+$/u, 'the name of a part'))
    .readonly()
    .optional(),
})

export type LedgerFile = z.infer<typeof ledgerFileSchema>
export type Ledger = z.infer<typeof ledgerSchema>
export type Permalink = z.infer<typeof publishedSchema>
