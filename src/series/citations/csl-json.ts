import type { SourceFile } from '../../model/source-file.ts'
import type { CslItem } from './csl-engine.ts'

/** A work of the series with its id. */
export type NamedSource = { readonly id: string; readonly file: SourceFile }

/**
 * The fields of a source file as CSL-JSON (https://github.com/citation-style-language/schema, 1.0.2); what is for this
 * series alone is left out.
 *
 * @param ofSeries the language of a work that names none: in it title case is for English titles alone, as styles ask it of
 * the language of a work
 */
export function toCslJson(
  id: string,
  { issued, 'original-date': original, note: _, keyword: __, 'further-reading': ___, ...fields }: SourceFile,
  ofSeries = 'en',
): CslItem {
  return {
    id,
    ...(!isEnglish(ofSeries) && { language: ofSeries }),
    ...fields,
    ...(issued && { issued: toDateParts(issued) }),
    ...(original && { 'original-date': toDateParts(original) }),
  }
}

const isEnglish = (language: string) => /^en(?:-|$)/u.test(language)

/** An EDTF date or range as CSL date parts; both ends of a range to the same precision, which citeproc insists on. */
function toDateParts(edtf: string) {
  const dates = edtf.split('/').map((date) => date.split('-').map(Number))
  const precision = Math.min(...dates.map(({ length }) => length))
  return { 'date-parts': dates.map((date) => date.slice(0, precision)) }
}
