import type { Words } from '../../locales/words.ts'
import type { MapFile } from '../../model/files/place-file.ts'
import type { MapPlace } from '../../model/series.ts'
import type { Point } from '../boxes.ts'
import type { Bounds } from '../map/map-ground.ts'
import { isOutside } from '../map/off-map.ts'
import { drawPlaceMap, type PlaceMapDrawing } from '../map/place-map.ts'
import type { HoursDay, Moment } from './hours-days.ts'

/** A place where something happens in a stretch of hours, with the number it bears on the map. */
export type LitPlace = { readonly place: MapPlace; readonly number: number; readonly moments: readonly Moment[] }

/** A map of a stretch of hours: what happens now is lit, where something happened before glows. */
export type LitMap = {
  /** First and last hour, the last exclusive. */
  readonly from: number
  readonly to: number
  readonly lit: readonly LitPlace[]
  readonly glowing: readonly Point[]
  readonly drawing: PlaceMapDrawing
}

const hoursOfMap = 6
const width = 344
const groundNames = {
  district: { size: 14, letter: 0.42 },
  water: { size: 12.5, letter: 0.47 },
  street: { size: 12, letter: 0.34 },
}
/** Ground around the outermost places, as a share of what lies between them. */
const margin = 0.12

/** The maps of each day, one for every quarter of it in which something happens at a place. */
export function litMaps(
  days: readonly HoursDay[],
  map: MapFile,
  places: readonly MapPlace[],
  words: Words,
): readonly (readonly LitMap[])[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  const placeOf = ({ event }: Moment) => (event.place === undefined ? undefined : byId.get(event.place))
  const used = days.flatMap(({ moments }) => moments.flatMap((moment) => placeOf(moment) ?? []))
  // The ground shows what all the maps need, so that they can be compared; its names would cover what is lit.
  const bounds = boundsAround(map.bounds, used)
  const ground = { ...map, bounds, streets: [], labels: map.labels.filter(({ kind }) => kind === 'district') }
  const before = new Set<MapPlace>()
  return days.map(({ moments }) =>
    [...Map.groupBy(moments, ({ minute }) => Math.floor(minute / 60 / hoursOfMap))].flatMap(([quarter, ofQuarter]): LitMap[] => {
      const lit = [...Map.groupBy(ofQuarter, placeOf)]
        .flatMap(([place, at]) => (place ? [{ place, moments: at }] : []))
        .map((at, i): LitPlace => ({ ...at, number: i + 1 }))
      if (lit.length === 0) return []
      const drawing = drawPlaceMap(ground, lit, { width, labels: 'numbers', size: 15, bounds, groundNames, words })
      const glowing = [...before]
        .filter((place) => !lit.some((shown) => shown.place === place) && !isOutside(bounds, place))
        .map((place) => drawing.ground.project(place.longitude, place.latitude))
      for (const { place } of lit) before.add(place)
      return [{ from: quarter * hoursOfMap, to: (quarter + 1) * hoursOfMap, lit, glowing, drawing }]
    }),
  )
}

/** The part of the map that holds its places, with some ground around them, in the shape of the whole. */
function boundsAround([west, south, east, north]: Bounds, places: readonly MapPlace[]): Bounds {
  const on = places.filter((place) => !isOutside([west, south, east, north], place))
  if (on.length < 2) return [west, south, east, north]
  const [longitudes, latitudes] = [on.map(({ longitude }) => longitude), on.map(({ latitude }) => latitude)]
  const middle = [between(longitudes), between(latitudes)] as const
  const share = Math.max(spanOf(longitudes) / (east - west), spanOf(latitudes) / (north - south)) + 2 * margin
  if (share >= 1) return [west, south, east, north]
  const [wide, high] = [(east - west) * share, (north - south) * share]
  const [left, low] = [within(middle[0] - wide / 2, west, east - wide), within(middle[1] - high / 2, south, north - high)]
  return [left, low, left + wide, low + high]
}

const between = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
const spanOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
