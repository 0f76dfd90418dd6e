import type { APIRoute } from 'astro'
import { siteOf } from '../formats/site-url.ts'
import { skosOf } from '../formats/skos.ts'
import { getWholeSeries } from '../integration/get-series.ts'

/** The glossary as a thesaurus that other programs can join to theirs. */
export const GET: APIRoute = async (context) =>
  new Response(`${JSON.stringify(skosOf(await getWholeSeries(), siteOf(context)), null, 1)}\n`, {
    headers: { 'content-type': 'application/ld+json' },
  })
