import type { APIRoute } from 'astro'
import { isIndexed, seriesIndex } from '../formats/series-index.ts'
import { seriesJson } from '../formats/series-json.ts'
import { siteOf } from '../formats/site-url.ts'
import { getWholeSeries } from '../integration/get-series.ts'

/** The Series as published: every fact on this site, for programs. */
export const GET: APIRoute = async (context) => {
  const series = await getWholeSeries()
  const json = isIndexed(series) ? seriesIndex(series, siteOf(context)) : seriesJson(series, siteOf(context))
  return new Response(`${JSON.stringify(json, null, 1)}\n`, { headers: { 'content-type': 'application/json' } })
}
