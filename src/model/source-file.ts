import { z } from 'zod'
import { addressSchema, languageSchema } from './ids.ts'

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
    family: z.string().min(1),
    /** Given names or initials. */
    given: z.string().min(1).optional(),
    /** A particle that is not sorted by, such as “von”. */
    'non-dropping-particle': z.string().optional(),
    suffix: z.string().optional(),
  }),
  z.strictObject({
    /** A name that is not split: a body, a pseudonym. */
    literal: z.string().min(1),
  }),
])

/** A date or a range in EDTF level 0 (ISO 8601-2): `2017`, `1917-04`, `1917-04-07`, `1930/1933`. */
const edtfSchema = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, { error: 'a date as 2017, 1917-04, 1917-04-07 or 1930/1933', abort: true })
      .refine((edtf) => edtf.split('/').every(isInCalendar), { error: 'a date that the calendar has', abort: true })
      .refine((edtf) => edtf.split('/').every((date, i, dates) => i === 0 || (dates[i - 1] ?? '') <= date), 'a range whose first date is the earlier'),
  )

const text = z.string().trim().min(1)
const numeral = z.union([z.string().min(1), z.number().int()]).transform(String)

/** One work: `content/sources/<id>.yaml`. The fields are CSL-JSON’s; the file name is the id. */
export const sourceFileSchema = z.strictObject({
  /** What kind of work it is, in CSL’s terms. */
  type: z.enum(sourceTypes),
  title: text,
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
  /** ISBN-10 or ISBN-13 without hyphens; the check digit is verified. */
  ISBN: z.string().refine(isIsbn, 'an ISBN whose check digit is right, digits only').optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI as 10.1000/xyz')
    .optional(),
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

/** Whether there is such a month, and such a day in it. */
function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

/** Whether the check digit of an ISBN-10 or ISBN-13 is right (ISO 2108). */
function isIsbn(isbn: string): boolean {
  if (/^\d{9}[\dX]$/.test(isbn)) {
    const sum = [...isbn].reduce((total, digit, i) => total + (10 - i) * (digit === 'X' ? 10 : Number(digit)), 0)
    return sum % 11 === 0
  }
  if (!/^\d{13}$/.test(isbn)) return false
  return [...isbn].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0
}
