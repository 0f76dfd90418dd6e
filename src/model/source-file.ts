import { z } from 'zod'
import { addressSchema } from './addresses.ts'
import { isDay } from './days.ts'
import { languageSchema } from './ids.ts'
import { text, words } from './text.ts'

/** The types of works, a subset of those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
export const sourceTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'document',
  'entry-dictionary',
  'entry-encyclopedia',
  'interview',
  'legislation',
  'manuscript',
  'map',
  'pamphlet',
  'paper-conference',
  'personal_communication',
  'post-weblog',
  'report',
  'review',
  'speech',
  'thesis',
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
 * A date or a range in EDTF level 0 (ISO 8601-2, https://www.loc.gov/standards/datetime/): `2017`, `1917-04`,
 * `1917-04-07`, `1930/1933`. Level 1 is not taken: what is uncertain (`1917~`) and seasons (`1917-21`) cannot be said in
 * every form that is exported, and a reader learns more from a sentence in `note`.
 */
const edtfSchema = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string())
  .superRefine((edtf, context) => {
    const wrong = mistakeInDate(edtf)
    if (wrong) context.addIssue({ code: 'custom', message: wrong })
  })

function mistakeInDate(edtf: string): string | undefined {
  if (/^\d{4}(?:-\d\d){0,2}[~?%]$/.test(edtf)) return `${edtf.slice(0, -1)}, and in “note” that the date is uncertain`
  if (!/^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/.test(edtf)) return 'a date as 2017, 1917-04, 1917-04-07 or 1930/1933'
  const dates = edtf.split('/')
  const impossible = dates.find((date) => !isDay(date))
  if (impossible) return `a date of the calendar; there is no ${impossible}`
  const [first = '', last = first] = dates
  return last < first ? `the earlier date first: ${last}/${first}` : undefined
}

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

/** A DOI (ISO 26324, https://www.doi.org/doi-handbook/HTML/), as it stands after “https://doi.org/”. */
const doiSchema = z.string().superRefine((doi, context) => {
  const bare = doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  if (!/^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+$/.test(bare)) context.addIssue({ code: 'custom', message: 'a DOI as 10.1000/xyz' })
  else if (bare !== doi) context.addIssue({ code: 'custom', message: `“${bare}”, without what stands before it` })
})

/** Titles of old books are long. */
const longTitle = text.max(2_000)

const numeral = z
  .union([z.string().min(1), z.number().int()])
  .transform(String)
  .pipe(text)

/** One work: `content/sources/<id>.yaml`. The fields are CSL-JSON’s; the file name is the id. */
export const sourceFileSchema = z.strictObject({
  /** What kind of work it is, in CSL’s terms. */
  type: z.enum(sourceTypes),
  title: longTitle,
  author: z.array(nameSchema).min(1).optional(),
  editor: z.array(nameSchema).min(1).optional(),
  translator: z.array(nameSchema).min(1).optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
  /** When the edition used appeared. */
  issued: edtfSchema.optional(),
  /** When the work first appeared, where that is another date. */
  'original-date': edtfSchema.optional(),
  'original-title': text.optional(),
  edition: numeral.optional(),
  /** The journal, newspaper, book or site it stands in. */
  'container-title': text.optional(),
  volume: numeral.optional(),
  issue: numeral.optional(),
  page: numeral.optional(),
  /** ISBN-10 or ISBN-13, with hyphens or without; kept without. The check digit is verified (ISO 2108). */
  ISBN: isbnSchema.optional(),
  DOI: doiSchema.optional(),
  URL: addressSchema.optional(),
  /** For the reader: what the work is and how to read it. */
  note: text.optional(),
  /** Language of the edition used. */
  language: languageSchema.optional(),
  /** Written by those who took part or at the time (`primary`), or about it afterwards (`secondary`). */
  keyword: z.enum(['primary', 'secondary']).optional(),
  /** The work is listed for further reading though no part cites it. */
  'further-reading': z.literal(true).optional(),
})

export type SourceFile = z.infer<typeof sourceFileSchema>
export type SourceName = z.infer<typeof nameSchema>
export type SourceType = (typeof sourceTypes)[number]
