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
        startDate: event.date.gregorian,
        location: placeOf(event.place ? places.get(event.place) : undefined),
        about: event.terms.map((id) => ({ '@id': termId(terms.get(id) ?? '', site) })),
      }),
    ),
  )
}

const placeOf = (place: MapPlace | undefined): Thing | undefined =>
  place && { '@type': 'Place', name: place.name, geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude } }
