import type { APIRoute } from 'astro'
import { seriesJsonSchema } from '../formats/series-json.ts'

/** What `/series.json` is made of, as JSON Schema. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(seriesJsonSchema(site as URL), null, 1)}\n`, { headers: { 'content-type': 'application/schema+json' } })
