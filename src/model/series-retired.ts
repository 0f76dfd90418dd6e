import { z } from 'zod'
import { permalinkKinds } from './ledger.ts'
import { href, listOf } from './series-texts.ts'

/** What became of an address. */
export const fateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('moved'), href, label: z.string().min(1) }),
  z.strictObject({ kind: z.literal('withdrawn'), reason: z.string().min(1) }),
])

/** A place that was published and is gone from its page; its line on the page has its ids. */
export const retiredPlaceSchema = z.strictObject({
  kind: z.enum(permalinkKinds),
  /** The page it was on. */
  page: href,
  /** Its own id and, of a note, those of its references. */
  ids: listOf(z.string().min(1)),
  /** Its first words, or its title. */
  text: z.string(),
  fate: fateSchema,
})

/** A page that was published and is gone, with every place that was on it. */
export const retiredPageSchema = z.strictObject({ href, title: z.string(), fate: fateSchema, places: listOf(retiredPlaceSchema) })

export type RetiredPlace = Readonly<z.infer<typeof retiredPlaceSchema>>
export type RetiredPage = Readonly<z.infer<typeof retiredPageSchema>>
export type Fate = Readonly<z.infer<typeof fateSchema>>
