import type { APIRoute, GetStaticPaths } from 'astro'
import { bibliographyResponse } from '../formats/bibliography.ts'
import { getSeries } from '../integration/get-series.ts'
import { count } from '../model/counts.ts'
import type { ExportEnding } from '../model/exports.ts'
import type { Series } from '../model/series.ts'

/** All sources of the series in one format. Each format is a route of its own, for Astro goes by the ending of its file. */
export const allSources =
  (ending: ExportEnding): APIRoute =>
  async () =>
    bibliographyResponse((await getSeries()).sources, ending)

/** One source in one format: `/sources/<id>.bib`. */
export const oneSource =
  (ending: ExportEnding): APIRoute =>
  ({ props }) =>
    bibliographyResponse([props.source], ending)

export const pathsOfSources: GetStaticPaths = async () =>
  (await getSeries()).sources.map((source) => ({ params: { source: source.id }, props: { source } }))

/** What a list of all works says of itself to search engines: “The 27 sources of …, …”. */
export function describeWorks({ sources, title, language }: Series, says: string): string {
  if (sources.length === 0) return `${title} cites no sources.`
  return sources.length === 1 ? `The one source of ${title}.` : `The ${count(sources.length, 'source', language)} of ${title}, ${says}.`
}
