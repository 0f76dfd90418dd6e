import { type EdtfDay, edtfIn, parseEdtf, type WorkDate } from '../../model/dates/edtf.ts'
import { dateFields, type SourceFile } from '../../model/files/source-file.ts'
import type { CslItem } from './csl-engine.ts'
import { dateInWords } from './dates-in-words.ts'

/** A work of the series with its id. */
export type NamedSource = { readonly id: string; readonly file: SourceFile }

/**
 * The fields of a source file as CSL-JSON (https://github.com/citation-style-language/schema, 1.0.2); what is for this
 * series alone is left out.
 */
export const toCslJson = (id: string, file: SourceFile): CslItem => withDates(id, file, cslDate)

/**
 * The same for citeproc to print: dates that styles cannot say, such as “about 1900” and “44 BC”, in words; variables also
 * under the names that the styles have for them; and no date of the original where the style would call a translation or
 * another edition a reprint.
 *
 * @param ofSeries the language of a work that names none: in it title case is for English titles alone, as styles ask it of
 * the language of a work
 */
export function toPrintedItem(id: string, file: SourceFile, ofSeries: string): CslItem {
  const { 'event-title': event, ...item } = withDates(id, file, (date) => {
    const words = dateInWords(date, ofSeries)
    if (words !== undefined) return { literal: words }
    // citeproc would read it as it reads words.
    const { raw: _, ...parts } = cslDate(date)
    return parts
  })
  return {
    ...(!isEnglish(ofSeries) && { language: ofSeries }),
    ...item,
    ...(event !== undefined && { event, 'event-title': event }),
  } as CslItem
}

const isEnglish = (language: string) => /^en(?:-|$)/u.test(language)

/** Whether a work with the date of an original is printed again as it was: no translation, and no edition of its own. */
export const isReprint = (file: SourceFile): boolean =>
  file['original-date'] !== undefined &&
  file.translator === undefined &&
  file['original-title'] === undefined &&
  (file.edition === undefined || /^(?:reprint|repr|reissue|facsimile)/iu.test(file.edition))

function withDates(
  id: string,
  { note: _, keyword: __, 'further-reading': ___, ...fields }: SourceFile,
  toCsl: (date: WorkDate) => object,
): CslItem {
  const dates = dateFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, toCsl(fields[field])] as const]))
  return { id, ...fields, ...Object.fromEntries(dates) }
}

/**
 * A date as CSL has it: parts, a season, “circa”. What these cannot say stands beside them as `raw`, in EDTF, which programs
 * that know it take first; words that are no date are `literal`.
 */
function cslDate(date: WorkDate): Readonly<Record<string, unknown>> {
  const edtf = edtfIn(date)
  const ends = edtf === undefined ? undefined : parseEdtf(edtf)
  if (edtf === undefined || !ends) return { literal: typeof date === 'object' ? date.literal : date }
  const days = ends.flatMap((end) => (typeof end === 'string' ? [] : [end]))
  const [first] = days
  const isAbout = days.some((day) => day.isApproximate || day.isUncertain)
  const isPlain =
    days.length === ends.length && !isAbout && days.every(({ unknownDigits, year }) => unknownDigits === 0 && year > 0) && !/XX/u.test(edtf)
  const [start = {}, end = start] = days as readonly Partial<EdtfDay>[]
  const isEven = (start.month === undefined) === (end.month === undefined) && (start.day === undefined) === (end.day === undefined)
  if (isPlain && isEven && days.every(({ season }) => season === undefined)) return { 'date-parts': toDateParts(days) }
  if (isPlain && days.length === 1 && first?.season !== undefined) return { 'date-parts': [[first.year]], season: String(first.season) }
  return { 'date-parts': toDateParts(days), ...(isAbout && { circa: true }), raw: edtf }
}

/** Date parts; both ends of a range to the same precision, which citeproc insists on. A year before the era is one more than in EDTF. */
function toDateParts(days: readonly EdtfDay[]): number[][] {
  const parts = days.map(({ year, month, day }) => [year <= 0 ? year - 1 : year, month, day].filter((part) => part !== undefined))
  const precision = Math.min(...parts.map(({ length }) => length))
  return parts.map((date) => date.slice(0, precision))
}
