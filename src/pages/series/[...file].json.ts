import type { APIRoute, GetStaticPaths } from 'astro'
import { filesOfSeries } from '../../formats/series-index.ts'
import { getWholeSeries } from '../../integration/get-series.ts'

/** Of a long series, each part, term and source as a file of its own: `/series/parts/part-1.json`. */
export const getStaticPaths: GetStaticPaths = async () =>
  filesOfSeries(await getWholeSeries()).map(({ href, value }) => ({
    params: { file: href.slice('/series/'.length, -'.json'.length) },
    props: { value },
  }))

export const GET: APIRoute<{ value: object }> = ({ props: { value } }) =>
  new Response(`${JSON.stringify(value)}\n`, { headers: { 'content-type': 'application/json' } })
