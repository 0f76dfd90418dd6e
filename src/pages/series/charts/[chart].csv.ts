import type { APIRoute } from 'astro'
import { writeChartCsv } from '../../../formats/chart-csv.ts'
import { getWholeSeries } from '../../../integration/get-series.ts'
import type { Chart } from '../../../model/series.ts'

export async function getStaticPaths() {
  const { charts } = await getWholeSeries()
  return charts.map((chart) => ({ params: { chart: chart.id }, props: { chart } }))
}

export const GET: APIRoute<{ chart: Chart }> = ({ props }) =>
  new Response(writeChartCsv(props.chart), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
