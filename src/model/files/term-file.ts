import { z } from 'zod'
import { certaintySchema } from '../certainty.ts'
import { calendarDateSchema } from '../dates/calendar-date.ts'
import { idSchema, kindSchema, languageSchema } from '../ids.ts'
import { text, title } from '../text.ts'

/** What a term can be, in the order the glossary lists them. */
export const termKinds = [
  'party',
  'faction',
  'body',
  'government',
  'armed-force',
  'person',
  'place',
  'event',
  'concept',
  'document',
  'publication',
] as const

/**
 * One of these, or of the writer’s own (`kinds.ts`), for which the series has words as well: whether there is such a
 * kind is checked with the manuscript.
 */
export type TermKind = (typeof termKinds)[number]

/** Whether a series has a page of documents: terms of that kind, of its own or of the preset. */
export const hasDocuments = (terms: readonly { readonly kind: string }[]): boolean => terms.some(({ kind }) => kind === 'document')

/**
 * How two terms can be related, read from the entry that names it to its target. The inverse, under which the target
 * shows it, is derived and never typed twice.
 */
export const relationTypes = [
  'part-of',
  'split-from',
  'merged-into',
  'led-by',
  'member-of',
  'predecessor',
  'successor',
  'opposed',
  'allied-with',
  'modelled-on',
  'author-of',
  'seat-of',
  'see-also',
] as const

/** One of these, or of the writer’s own, as with {@link TermKind}. */
export type RelationType = (typeof relationTypes)[number]

/** What registers of persons and bodies call a term: how others know that theirs is the same. */
const identifiersSchema = z
  .strictObject({
    /** The item in Wikidata: “Q1234”. */
    wikidata: z
      .string()
      .regex(/^Q[1-9]\d*$/, 'a Wikidata item as Q1234')
      .optional(),
    /** The cluster in the Virtual International Authority File, in digits. */
    viaf: z
      .union([z.string(), z.int()])
      .transform(String)
      .pipe(z.string().regex(/^[1-9]\d{1,21}$/, 'a VIAF number in digits'))
      .optional(),
    /** The International Standard Name Identifier (ISO 27729), sixteen signs without spaces; the check digit is verified. */
    isni: z.string().refine(isIsni, 'an ISNI of sixteen digits, in quotation marks, whose check digit is right').optional(),
  })
  .refine((identifiers) => Object.keys(identifiers).length > 0, 'at least one of “wikidata”, “viaf” and “isni”')

export type Identifiers = z.infer<typeof identifiersSchema>

/** The front matter of one glossary entry: `content/glossary/<id>.mdx`. The definition is the text below it. */
export const termFileSchema = z.strictObject({
  /** The full name, as the entry’s heading prints it. */
  name: title,
  /** What a mention without children prints, where that is not the full name. */
  short: title.optional(),
  /** What the entry is sorted by, where that is not the name (“Lenin, Vladimir”). */
  sort: title.optional(),
  /** What it is: one of the kinds that the series has, “person”, “place” … */
  kind: kindSchema<TermKind>(),
  /** What it was, or what it says, in a sentence: lists of documents print it. */
  summary: text.optional(),
  /** Names in other languages. */
  native: z
    .array(
      z.strictObject({
        text,
        language: languageSchema,
        /** The name in Latin letters, where the script is another. */
        latin: text.optional(),
      }),
    )
    .default([]),
  /** Every other name by which a reader may look for it. */
  aliases: z.array(text).default([]),
  /** Inflected forms that stand in running text. */
  forms: z.array(text).default([]),
  /** When it existed; for persons, birth and death. */
  dates: z
    .strictObject({
      start: calendarDateSchema.optional(),
      end: calendarDateSchema.optional(),
      /** What the dates alone cannot say. */
      note: text.optional(),
    })
    .optional(),
  relations: z
    .array(
      z.strictObject({
        /** How: one of the relations that the series has, “part-of”, “led-by” … */
        type: kindSchema<RelationType>(),
        term: idSchema,
        note: text.optional(),
        /** When the relation began: a split, a merger, an office. */
        date: calendarDateSchema.optional(),
      }),
    )
    .default([]),
  /** Its ids in registers of persons and bodies, where they have been looked up. */
  identifiers: identifiersSchema.optional(),
  /** How sure its facts are. */
  certainty: certaintySchema.optional(),
  /** The works the entry rests on. */
  sources: z.array(z.strictObject({ source: idSchema, locator: text.optional() })).default([]),
})

export type TermFile = z.infer<typeof termFileSchema>

/** Whether the check digit of an ISNI is right (ISO 27729: ISO 7064, MOD 11-2). */
function isIsni(isni: string): boolean {
  if (!/^\d{15}[\dX]$/.test(isni)) return false
  const rest = [...isni.slice(0, 15)].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0)
  return (12 - rest) % 11 === (isni.endsWith('X') ? 10 : Number(isni.at(-1)))
}
