import { getSeries } from '../integration/get-series.ts'

/** The paths of the cards of the events that are at home on a page: `/timeline/`. */
export async function eventCardsOn(page: '/timeline/' | '/hours/') {
  const series = await getSeries()
  return series.events
    .filter(({ href }) => href.startsWith(page))
    .map((event) => ({ params: { event: `event-${event.id}` }, props: { series, event } }))
}
