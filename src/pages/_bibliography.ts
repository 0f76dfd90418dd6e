import type { APIRoute, GetStaticPaths } from 'astro'
import { bibliographyResponse } from '../formats/bibliography.ts'
import type { ExportEnding } from '../model/exports.ts'
import { getSeries } from '../series/content.ts'

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

export const pathsOfSources: GetStaticPaths = async () => (await getSeries()).sources.map((source) => ({ params: { source: source.id }, props: { source } }))
