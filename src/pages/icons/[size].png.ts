import type { APIRoute, GetStaticPaths } from 'astro'
import { drawIcon } from '../../drawings/pictures/icon.ts'
import { inkOf } from '../../drawings/pictures/ink.ts'
import { getWholeSeries } from '../../integration/get-series.ts'

/** For Apple’s home screens, and the two that a manifest must have. */
export const getStaticPaths: GetStaticPaths = () => ['180', '192', '512'].map((size) => ({ params: { size } }))

export const GET: APIRoute = async ({ params }) =>
  new Response(drawIcon(Number(params.size), inkOf((await getWholeSeries()).theme)), { headers: { 'content-type': 'image/png' } })
