import type { APIRoute } from 'astro'
import { citationFile } from '../formats/citation-file.ts'
import { getSeries } from '../series/content.ts'

/** How to cite the series, for the programs that look for such a file. */
export const GET: APIRoute = async ({ site }) => new Response(citationFile(await getSeries(), site as URL), { headers: { 'content-type': 'application/yaml' } })
