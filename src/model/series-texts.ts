import { z } from 'zod'
import { certaintyLevelSchema } from './certainty.ts'
import { citationStyleNames } from './citation-styles.ts'
import { idSchema } from './ids.ts'

/* What of a Series stands in its texts, and what the schemas of it share. */

export const listOf = <T extends z.ZodType>(of: T) => z.array(of).readonly()
export const isoDay = z.iso.date()
export const ordinal = z.int().min(1)
export const count = z.int().min(0)
/** A message by the forms of its language for numbers. */
const form = z.exactOptional(z.string())
export const pluralSchema = z.strictObject({ none: form, zero: form, one: form, two: form, few: form, many: form, other: z.string() })
/** A page of the site from its root, or a place on one: `/part-1/`, `/part-1/#note-x`. */
export const href = z.string().regex(/^\/(?:[^/#?\s]+\/)*(?:#\S+)?$/u)

/** How sure a fact is, with the reason where one is given. */
export const certaintySchema = z.strictObject({ level: certaintyLevelSchema, because: z.string().min(1).optional() })

export const sectionSchema = z.strictObject({ id: z.string().min(1), title: z.string().min(1), level: z.int().min(2).max(6) })

export const paragraphSchema = z.strictObject({
  /** The fragment is `p-<key>`. */
  key: z.string().min(1),
  /** For people: counts from 1 through the part. */
  number: ordinal,
  section: z.exactOptional(z.string()),
  text: z.string(),
})

/** A date as it is shown, in words: `text` in the calendar of the texts, `newStyle` in the new one where there are two. */
export const shownDateSchema = z.strictObject({
  /** ISO 8601, Gregorian, for `<time datetime>`: a day, month or year of the era. */
  datetime: z.exactOptional(z.string().min(1)),
  /** Other dates in EDTF (ISO 8601-2): spans, decades, years before the era, `[..1917]` for “before 1917”. */
  edtf: z.exactOptional(z.string().min(1)),
  /** “about”, “before”, “from”: what comes before all else, as in “about 1917”. */
  about: z.exactOptional(z.string()),
  text: z.string(),
  newStyle: z.exactOptional(z.string()),
  /** Both calendars are printed unless the reader chooses one: so at the first mention of a day in a section. */
  isDual: z.boolean(),
  /** Printed after both, where the year is wanted and is the same in both calendars. */
  year: z.exactOptional(z.string()),
  /** What comes behind all else, where a language says “before” or “from” there. */
  behind: z.exactOptional(z.string()),
})

/** A place that can be linked, and what to call it. */
export const placeSchema = z.strictObject({
  kind: z.enum(['paragraph', 'note', 'term', 'page']),
  href,
  /** “Part 1, ¶ 12”, “Part 1, note 5”, the name of a term, the title of a page. */
  label: z.string().min(1),
  /** The part, where it is in one. */
  part: z.exactOptional(ordinal),
})

/** A sentence around a fact: `match` is the fact itself. */
export const excerptSchema = z.strictObject({ before: z.string(), match: z.string(), after: z.string() })

/** One use of a source. */
export const citationSchema = z.strictObject({
  /** `cite-<source>-<ordinal>` within its document; for quotations `quote-<ordinal>`. */
  id: z.string().regex(/^(?:cite-.+|quote)-\d+$/u),
  source: idSchema,
  locator: z.exactOptional(z.string().min(1)),
  place: placeSchema,
  excerpt: excerptSchema,
  /** The citation as the style prints it among others, in HTML with `<i>` and `<span>` only; short where the work was cited before. */
  html: z.string(),
  /** Where the work can be found (its DOI or URL), where the citation is in full: print writes it out. */
  address: z.exactOptional(z.url()),
})

/** Citations that stand side by side, in the order of the style: what it puts before the first and after each, in HTML. */
export const citationClusterSchema = z.strictObject({
  before: z.string(),
  citations: listOf(z.strictObject({ id: z.string().min(1), after: z.string() })),
})

/** What the components of one document print, in the order they stand in it. */
export const documentTexts = {
  paragraphs: listOf(paragraphSchema),
  citations: listOf(citationSchema),
  clusters: listOf(citationClusterSchema),
  dates: listOf(shownDateSchema),
}
export const documentTextsSchema = z.strictObject(documentTexts)

export const referenceSchema = z.strictObject({
  /** `ref-<note>-<ordinal>`, a fragment of the part’s page. */
  id: z.string().regex(/^ref-.+-\d+$/u),
  ordinal,
  place: placeSchema,
  /** The sentence it stands in. */
  excerpt: z.string(),
})

export const noteSchema = z.strictObject({
  id: idSchema,
  number: ordinal,
  href,
  text: z.string(),
  /** What in it is marked as more or less sure, in the order it stands in. */
  certainty: listOf(certaintySchema),
  /** In the order they stand in; at least one. */
  references: listOf(referenceSchema),
})

/** How a passage of a part is cited in one style; `{locator}`, `{url}` and the day of access are filled in when it is. */
export const citationFormSchema = z.strictObject({
  id: z.enum([...citationStyleNames, 'bibtex', 'ris']),
  label: z.string().min(1),
  /** What stands in the running text, in styles that have a list of works as well. */
  inText: z.exactOptional(z.string()),
  /** The note, or the entry in the list of works, in HTML with `<i>` only; for programs to read, where `isData`, in plain text. */
  entry: z.string().min(1),
  isData: z.exactOptional(z.literal(true)),
})
