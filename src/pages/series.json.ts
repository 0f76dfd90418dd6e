import type { APIRoute } from 'astro'
import { getSeries } from '../series/content.ts'

/** The Series as published: every fact on this site, for programs. */
export const GET: APIRoute = async () => new Response(`${JSON.stringify(await getSeries(), null, 1)}\n`, { headers: { 'content-type': 'application/json' } })
