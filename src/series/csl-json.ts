import type { SourceFile } from '../model/source-file.ts'

/** The fields of a source file as CSL-JSON (https://github.com/citation-style-language/schema, 1.0.2); what is for this series alone is left out. */
export function toCslJson(
  id: string,
  { issued, 'original-date': original, note: _, keyword: __, 'further-reading': ___, ...fields }: SourceFile,
): Record<string, unknown> {
  return { id, ...fields, ...(issued && { issued: toDateParts(issued) }), ...(original && { 'original-date': toDateParts(original) }) }
}

/** An EDTF date or range as CSL date parts, a range as precise as the less precise of its dates: citeproc-js fails on others. */
function toDateParts(edtf: string) {
  const parts = edtf.split('/').map((date) => date.split('-').map(Number))
  return { 'date-parts': parts.map((date) => date.slice(0, Math.min(...parts.map(({ length }) => length)))) }
}
