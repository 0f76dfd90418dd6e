import type { APIRoute } from 'astro'
import { citationFile } from '../formats/citation-file.ts'
import { siteOf } from '../formats/site-url.ts'
import { getWholeSeries } from '../integration/get-series.ts'

/** How to cite the series, for the programs that look for such a file. */
export const GET: APIRoute = async (context) =>
  new Response(citationFile(await getWholeSeries(), siteOf(context)), { headers: { 'content-type': 'application/yaml' } })
