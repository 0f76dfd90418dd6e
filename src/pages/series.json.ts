import type { APIRoute } from 'astro'
import { seriesJson } from '../formats/series-json.ts'
import { getSeries } from '../series/content.ts'

/** The Series as published: every fact on this site, for programs. */
export const GET: APIRoute = async ({ site }) => {
  const json = seriesJson(await getSeries(), site as URL)
  return new Response(`${JSON.stringify(json, null, 1)}\n`, { headers: { 'content-type': 'application/json' } })
}
