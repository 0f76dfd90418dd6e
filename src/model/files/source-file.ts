import { z } from 'zod'
import { addressSchema } from '../addresses.ts'
import { mistakeInEdtf } from '../dates/edtf.ts'
import { languageSchema } from '../ids.ts'
import { hiddenCharacters, text, words } from '../text.ts'

/** The types of works: those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
export const sourceTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const

/** A person or body responsible for a work (CSL name variable). */
const nameSchema = z.union([
  z.strictObject({
    /** Family name. */
    family: text,
    /** Given names or initials. */
    given: text.optional(),
    /** A particle that is not sorted by, such as “von”. */
    'non-dropping-particle': words.optional(),
    suffix: words.optional(),
  }),
  z.strictObject({
    /** A name that is not split: a body, a pseudonym. */
    literal: text,
  }),
])

/**
 * A date or a range in EDTF, levels 0 and 1 (see `edtf.ts`), or one in words that is none of our calendars: `{ literal: an VII }`.
 */
const edtfSchema = z.union([
  z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string())
    .superRefine((edtf, context) => {
      const wrong = mistakeInEdtf(edtf)
      if (wrong) context.addIssue({ code: 'custom', message: wrong })
    }),
  z.strictObject({ literal: text }),
])

/** ISBN-10 or ISBN-13 (ISO 2108). */
const isbnSchema = z
  .string()
  .transform((isbn) => isbn.replace(/[\s‐‑–-]/g, '').toUpperCase())
  .pipe(z.string())
  .superRefine((isbn, context) => {
    const last = checkDigitOf(isbn)
    if (last === undefined) context.addIssue({ code: 'custom', message: 'an ISBN of 10 or 13 digits' })
    else if (last !== isbn.slice(-1))
      context.addIssue({
        code: 'custom',
        message: `an ISBN as the book has it: after ${isbn.slice(0, -1)} the last digit would be ${last}`,
      })
  })

/** The digit an ISBN of these digits ends with, or nothing where it is none. */
function checkDigitOf(isbn: string): string | undefined {
  const digits = [...isbn.slice(0, -1)].map(Number)
  if (/^\d{9}[\dX]$/.test(isbn)) {
    const rest = digits.reduce((sum, digit, i) => sum + digit * (i + 1), 0) % 11
    return rest === 10 ? 'X' : String(rest)
  }
  if (!/^97[89]\d{10}$/.test(isbn)) return undefined
  return String((10 - (digits.reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0) % 10)) % 10)
}

/**
 * A DOI (ISO 26324, https://www.doi.org/doi-handbook/HTML/), as it stands after “https://doi.org/”: whatever can be printed
 * may stand in it, such as the angle brackets of thousands of old ones.
 */
const doiSchema = z.string().superRefine((doi, context) => {
  const bare = doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  if (!/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(bare) || hiddenCharacters.test(bare))
    context.addIssue({ code: 'custom', message: 'a DOI as 10.1000/xyz' })
  else if (bare !== doi) context.addIssue({ code: 'custom', message: `“${bare}”, without what stands before it` })
})

/** Titles of old books are long. */
const longTitle = text.max(2_000)

const numeral = z
  .union([z.string().min(1), z.number().int()])
  .transform(String)
  .pipe(text)

const names = z.array(nameSchema).min(1).optional()
const line = text.optional()

/** One work: `content/sources/<id>.yaml`. The fields are CSL-JSON’s; the file name is the id. */
export const sourceFileSchema = z.strictObject({
  /** What kind of work it is, in CSL’s terms. */
  type: z.enum(sourceTypes),
  title: longTitle,
  /** What the work is called for short, in labels and where it is cited again. */
  'title-short': line,
  author: names,
  editor: names,
  translator: names,
  /** Others who had a part in the work, each in a list of names. */
  interviewer: names,
  director: names,
  recipient: names,
  illustrator: names,
  compiler: names,
  composer: names,
  performer: names,
  producer: names,
  'script-writer': names,
  host: names,
  guest: names,
  chair: names,
  organizer: names,
  curator: names,
  narrator: names,
  contributor: names,
  'editorial-director': names,
  'series-creator': names,
  'executive-producer': names,
  /** Author of the whole in which the work stands. */
  'container-author': names,
  /** Editor of the series of books. */
  'collection-editor': names,
  /** Author of the original, where the work is based on another. */
  'original-author': names,
  /** Of a review: author, title and kind of what is reviewed. */
  'reviewed-author': names,
  'reviewed-title': line,
  'reviewed-genre': line,
  publisher: line,
  'publisher-place': line,
  /** The court or office that a law, a case or a patent is of. */
  authority: line,
  jurisdiction: line,
  /** When the edition used appeared. */
  issued: edtfSchema.optional(),
  /** “forthcoming”, “in press”: printed where there is no date. */
  status: line,
  /** When the work first appeared, where that is another date. */
  'original-date': edtfSchema.optional(),
  'original-title': line,
  'original-publisher': line,
  'original-publisher-place': line,
  /** The edition used: “2”, “revised and enlarged”. A work with an original date and none is printed as a reprint. */
  edition: numeral.optional(),
  /** The journal, newspaper, book or site it stands in. */
  'container-title': line,
  'container-title-short': line,
  /** The series of books, with its number in it. */
  'collection-title': line,
  'collection-number': numeral.optional(),
  volume: numeral.optional(),
  'volume-title': line,
  'number-of-volumes': numeral.optional(),
  issue: numeral.optional(),
  'part-number': numeral.optional(),
  'part-title': line,
  'supplement-number': numeral.optional(),
  'printing-number': numeral.optional(),
  'chapter-number': numeral.optional(),
  /** Number of a report, a patent, a bill, an episode. */
  number: numeral.optional(),
  page: numeral.optional(),
  'number-of-pages': numeral.optional(),
  section: numeral.optional(),
  version: numeral.optional(),
  /** What it is, where the type does not say enough: “letter”, “PhD thesis”, “leaflet”. */
  genre: line,
  /** “microfilm”, “DVD”, “oil on canvas”. */
  medium: line,
  dimensions: line,
  scale: line,
  /** Where the original lies: the archive, its town, the collection, box and folder, the shelf mark. */
  archive: line,
  'archive-place': line,
  archive_collection: line,
  archive_location: numeral.optional(),
  'call-number': numeral.optional(),
  /** The catalogue or database it was found in. */
  source: line,
  /** The meeting at which it was read, or the event that it is. */
  'event-title': line,
  'event-place': line,
  'event-date': edtfSchema.optional(),
  division: line,
  references: line,
  submitted: edtfSchema.optional(),
  'available-date': edtfSchema.optional(),
  /** ISBN-10 or ISBN-13, with hyphens or without; kept without. The check digit is verified (ISO 2108). */
  ISBN: isbnSchema.optional(),
  ISSN: line,
  DOI: doiSchema.optional(),
  PMID: numeral.optional(),
  PMCID: numeral.optional(),
  URL: addressSchema.optional(),
  /** When it was read at that address. */
  accessed: edtfSchema.optional(),
  /** For the reader: what the work is and how to read it. */
  note: line,
  /** Language of the edition used. */
  language: languageSchema.optional(),
  /** Written by those who took part or at the time (`primary`), or about it afterwards (`secondary`). */
  keyword: z.enum(['primary', 'secondary']).optional(),
  /** The work is listed for further reading though no part cites it. */
  'further-reading': z.literal(true).optional(),
})

type Field = keyof typeof sourceFileSchema.shape

/** The fields that are dates, and those that are lists of names. */
export const dateFields = [
  'issued',
  'original-date',
  'accessed',
  'event-date',
  'submitted',
  'available-date',
] as const satisfies readonly Field[]
export const nameFields = (Object.keys(sourceFileSchema.shape) as Field[]).filter(
  (field): field is NameField => sourceFileSchema.shape[field] === names,
)
export type NameField = { [F in Field]: NonNullable<z.infer<typeof sourceFileSchema>[F]> extends readonly SourceName[] ? F : never }[Field]

export type SourceFile = z.infer<typeof sourceFileSchema>
export type SourceName = z.infer<typeof nameSchema>
export type SourceType = (typeof sourceTypes)[number]
