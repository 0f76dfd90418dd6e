import type { MapFile } from '../../model/files/place-file.ts'
import type { MapPlace } from '../../model/series.ts'
import { boxAround, overlapOf, type Point } from '../boxes.ts'
import { type GroundName, nameGround } from './ground-names.ts'
import { drawGround, type Ground } from './map-ground.ts'
import { isOutside } from './off-map.ts'

/** The ground around a place, for a card; units are CSS pixels at full size. */
export type MapCrop = {
  readonly ground: Ground
  readonly names: readonly GroundName[]
  readonly point: Point
  /** Radius of the circle that the true place lies in, or in which the name of an area is right. */
  readonly ring: number
  /** The other places there, without their names. */
  readonly others: readonly Point[]
}

const width = 396
const height = 136
/** The share of the map’s width that is shown of it at least. */
const leastShare = 0.36
/** How many times the margin of error the crop is high, where it has to grow for it. */
const roomOfRing = 2.6

const groundNames = {
  district: { size: 14, letter: 0.42 },
  water: { size: 12.5, letter: 0.47 },
  street: { size: 12, letter: 0.34 },
}

/**
 * Draws the part of the map in whose middle a place lies, or as near to it as the edges of the map let it; nothing of a
 * place beyond them.
 */
export function cropMap(map: MapFile, place: MapPlace, places: readonly MapPlace[]): MapCrop | undefined {
  if (isOutside(map.bounds, place)) return undefined
  const bounds = boundsAround(map, place)
  const ground = drawGround(map, bounds, width)
  const point = ground.project(place.longitude, place.latitude)
  return {
    ground,
    names: nameGround(map, ground, groundNames).filter(({ boxes }) => boxes.every((box) => overlapOf(boxAround(point, 10), box) === 0)),
    point,
    ring: ground.metres(place.tolerance, place.latitude),
    others: places
      .filter((other) => other.id !== place.id && other.extent === 'point' && !isOutside(bounds, other))
      .map((other) => ground.project(other.longitude, other.latitude)),
  }
}

/** West, south, east and north of the crop. Measured on the whole map, at the scale that the crop will have. */
function boundsAround(map: MapFile, place: MapPlace): MapFile['bounds'] {
  const whole = drawGround({ ...map, water: [], land: [], streams: [], streets: [], bridges: [] }, map.bounds, width / leastShare)
  const wanted = (roomOfRing * whole.metres(place.tolerance, place.latitude)) / height
  const grown = Math.max(1, Math.min(wanted, whole.width / width, whole.height / height))
  const size = { width: width * grown, height: Math.min(height * grown, whole.height) }
  const [x, y] = whole.project(place.longitude, place.latitude)
  const [left, top] = [between(x - size.width / 2, whole.width - size.width), between(y - size.height / 2, whole.height - size.height)]
  const [west, north] = whole.unproject([left, top])
  const [east, south] = whole.unproject([left + size.width, top + size.height])
  return [west, south, east, north]
}

const between = (value: number, most: number) => Math.max(0, Math.min(most, value))
