import { type ExportEnding, exportFormats } from '../model/exports.ts'
import { toCslJson } from '../series/citations/csl-json.ts'
import { toBibtex } from './bibtex.ts'
import { fileOf } from './file-of.ts'
import type { ListedWork } from './listed-work.ts'
import { toRis } from './ris.ts'

/** Works in one of the formats of reference managers, in UTF-8. See decision 32. */
export const writeBibliography = (sources: readonly ListedWork[], ending: ExportEnding): string => writers[ending](sources)

/** The response of a page that is such a file, for hosts that are told the type; others go by the ending. */
export const bibliographyResponse = (sources: readonly ListedWork[], ending: ExportEnding): Response =>
  new Response(writeBibliography(sources, ending), {
    headers: { 'content-type': `${exportFormats.find((format) => format.ending === ending)?.type}; charset=utf-8` },
  })

const writers: Record<ExportEnding, (sources: readonly ListedWork[]) => string> = {
  bib: toBibtex,
  ris: toRis,
  json: (sources) => `${JSON.stringify(sources.map(cslJsonOf), null, 1)}\n`,
}

/** With the note and the keyword, which citations have no use for. */
function cslJsonOf(source: ListedWork): object {
  const file = fileOf(source)
  return { ...toCslJson(source.id, file), ...(file.keyword && { keyword: file.keyword }), ...(file.note && { note: file.note }) }
}
