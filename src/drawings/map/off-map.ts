import { geoDistance } from 'd3-geo'
import { distanceOf, type Point, type Segment } from '../boxes.ts'
import type { Bounds, Ground } from './map-ground.ts'

const earthRadius = 6371.0088

/** As the catalogues name them: `places.beyondNorthEast`. */
const winds = ['North', 'NorthEast', 'East', 'SouthEast', 'South', 'SouthWest', 'West', 'NorthWest'] as const

/** Which way and how far a place is from the middle of a map. */
export type Bearing = { readonly wind: (typeof winds)[number]; readonly kilometres: number }

export function isOutside([west, south, east, north]: Bounds, { longitude, latitude }: { longitude: number; latitude: number }): boolean {
  return longitude < west || longitude > east || latitude < south || latitude > north
}

/** The great-circle distance and the first bearing from the middle of the bounds. */
export function bearingFrom([west, south, east, north]: Bounds, { longitude, latitude }: { longitude: number; latitude: number }): Bearing {
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2]
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [from, to, turn] = [radians(middle[1]), radians(latitude), radians(longitude - middle[0])]
  const angle = Math.atan2(Math.sin(turn) * Math.cos(to), Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn))
  const kilometres = geoDistance(middle, [longitude, latitude]) * earthRadius
  return { wind: winds[(Math.round(angle / (Math.PI / 4)) + winds.length) % winds.length] ?? 'North', kilometres: Math.round(kilometres) }
}

/** An arrow at the edge of the frame, on the straight line from its middle to a place outside. Its tip touches the edge. */
export function arrowTo(ground: Ground, { longitude, latitude }: { longitude: number; latitude: number }, length: number): Segment {
  const middle: Point = [ground.width / 2, ground.height / 2]
  const target = ground.project(longitude, latitude)
  const [dx, dy] = [target[0] - middle[0], target[1] - middle[1]]
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : middle[0] / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : middle[1] / Math.abs(dy),
  )
  const tip: Point = [middle[0] + dx * share, middle[1] + dy * share]
  const back = length / distanceOf(middle, target)
  return [[tip[0] - dx * back, tip[1] - dy * back], tip]
}
