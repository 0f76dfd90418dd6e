import type { APIRoute, GetStaticPaths } from 'astro'
import { bibliographyResponse } from '../formats/bibliography.ts'
import { getWholeSeries } from '../integration/get-series.ts'
import { wordsOf } from '../locales/words.ts'
import type { ExportEnding } from '../model/exports.ts'
import type { Series } from '../model/series.ts'

/** All sources of the series in one format. Each format is a route of its own, for Astro goes by the ending of its file. */
export const allSources =
  (ending: ExportEnding): APIRoute =>
  async () =>
    bibliographyResponse((await getWholeSeries()).sources, ending)

/** One source in one format: `/sources/<id>.bib`. */
export const oneSource =
  (ending: ExportEnding): APIRoute =>
  ({ props }) =>
    bibliographyResponse([props.source], ending)

export const pathsOfSources: GetStaticPaths = async () =>
  (await getWholeSeries()).sources.map((source) => ({ params: { source: source.id }, props: { source } }))

/** What a list of all works says of itself to search engines: “The 27 sources of …, …”. */
export function describeWorks(series: Series, says: 'sources.described' | 'sources.describedByYear'): string {
  const words = wordsOf(series)
  const { sources, title } = series
  return sources.length === 0 ? words.say('sources.none', { title }) : words.count(says, sources.length, { title })
}
