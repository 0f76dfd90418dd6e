import type { APIRoute } from 'astro'
import { seriesJsonSchema } from '../formats/series-json.ts'
import { siteOf } from '../formats/site-url.ts'

/** What `/series.json` is made of, as JSON Schema. */
export const GET: APIRoute = (context) =>
  new Response(`${JSON.stringify(seriesJsonSchema(siteOf(context)), null, 1)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  })
