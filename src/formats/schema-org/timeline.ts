import type { CalendarDate } from '../../model/dates/calendar-date.ts'
import { isoOf } from '../../model/dates/calendars.ts'
import { extentOf } from '../../model/dates/date-extent.ts'
import { endsOf } from '../../model/dates/edtf.ts'
import type { MapPlace, Series } from '../../model/series.ts'
import { type Site, siteUrl } from '../site-url.ts'
import { type Graph, graphOf, type Thing, termId } from './graph.ts'

/** The events, with the place and the terms they concern: for the timeline. Dates are new style, as ISO 8601 has them. */
export function timelineGraph(series: Series, site: Site): Graph {
  const terms = new Map(series.terms.map(({ id, href }) => [id, href]))
  const places = new Map(series.places.map((place) => [place.id, place]))
  return graphOf(
    ...series.events.map(
      (event): Thing => ({
        '@type': 'Event',
        '@id': siteUrl(event.href, site),
        name: event.title,
        ...daysOf(event.date),
        location: placeOf(event.place ? places.get(event.place) : undefined),
        about: event.terms.map((id) => ({ '@id': termId(terms.get(id) ?? '', site) })),
      }),
    ),
  )
}

/** ISO 8601: one date, or the first and the last day of a season, decade, century or span; nothing of what was before or after. */
function daysOf(date: CalendarDate): { startDate?: string; endDate?: string } {
  if (date.bound !== undefined) return {}
  if (['day', 'month', 'year'].includes(date.precision)) return { startDate: date.gregorian }
  const [first, last] = endsOf(date.gregorian) ?? []
  const { from, to } = extentOf(date)
  return {
    ...(typeof first === 'object' && { startDate: isoOf(from) }),
    ...((typeof last === 'object' || last === undefined) && { endDate: isoOf(to - 1) }),
  }
}

const placeOf = (place: MapPlace | undefined): Thing | undefined =>
  place && { '@type': 'Place', name: place.name, geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude } }
