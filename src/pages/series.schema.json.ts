import type { APIRoute } from 'astro'
import { isIndexed } from '../formats/series-index.ts'
import { seriesJsonSchema } from '../formats/series-json.ts'
import { siteOf } from '../formats/site-url.ts'
import { getWholeSeries } from '../integration/get-series.ts'

/** What `/series.json` is made of, as JSON Schema. */
export const GET: APIRoute = async (context) => {
  const schema = seriesJsonSchema(siteOf(context), isIndexed(await getWholeSeries()) ? 'index' : 'whole')
  return new Response(`${JSON.stringify(schema, null, 1)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  })
}
