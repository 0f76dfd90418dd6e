import { type GeoGeometryObjects, type GeoProjection, geoArea, geoMercator, geoPath } from 'd3-geo'
import type { MapFile } from '../../model/files/place-file.ts'
import type { Point } from '../boxes.ts'
import { smooth } from './smooth.ts'

/** West, south, east, north, in degrees. */
export type Bounds = MapFile['bounds']

/** The ground of a map as paths, cut a little outside the frame; one unit of the drawing is one CSS pixel at full size. */
export type Ground = {
  readonly width: number
  readonly height: number
  readonly water: string
  readonly land: string
  readonly streams: string
  readonly streets: string
  readonly bridges: string
  /** Longitude and latitude to units from the frame’s upper left corner, outside the frame too. */
  readonly project: (longitude: number, latitude: number) => Point
  /** From units back to longitude and latitude. */
  readonly unproject: (point: Point) => Point
  /** Metres at a latitude, in units: Mercator’s scale grows with the secant of the latitude. */
  readonly metres: (length: number, latitude: number) => number
}

const earthRadius = 6_371_008.8

/** So far outside the frame the ground is cut, in units: the edge of the cut is a line, and is not to be seen. */
const overlap = 20

/**
 * Draws the ground between `bounds` in Mercator’s projection, `width` units wide.
 *
 * @param detail `coarse` leaves corners where lines were drawn with corners: in a small picture nobody sees them
 */
export function drawGround(map: MapFile, bounds: Bounds, width: number, detail: 'fine' | 'coarse' = 'fine'): Ground {
  const [west, south, east, north] = bounds
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [west, east].flatMap((longitude) => [south, north].map((latitude) => [longitude, latitude])),
  }
  const projection = geoMercator().fitWidth(width, corners)
  const [, [, height]] = geoPath(projection).bounds(corners)
  const cut = geoMercator()
    .scale(projection.scale())
    .translate(projection.translate())
    .clipExtent([
      [-overlap, -overlap],
      [width + overlap, height + overlap],
    ])
  const path = geoPath(cut).digits(1)
  // Bends are judged where a degree is as long each way.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const curve = (line: readonly Point[]): readonly Point[] =>
    detail === 'coarse'
      ? line
      : smooth(line.map(([longitude, latitude]): Point => [longitude * squeeze, latitude])).map(
          ([x, latitude]): Point => [x / squeeze, latitude],
        )
  const draw = (shapes: readonly GeoGeometryObjects[]) => shapes.map((shape) => path(shape) ?? '').join('')
  return {
    width,
    height: Math.round(height),
    water: draw(map.water.map(({ outline }) => polygonOf(curve(closed(outline))))),
    land: draw(map.land.map(({ outline }) => polygonOf(curve(closed(outline))))),
    streams: draw(map.streams.map(({ line }) => lineOf(curve(line)))),
    streets: draw(map.streets.map(({ line }) => lineOf(line))),
    bridges: draw(map.bridges.map(({ line }) => lineOf(line))),
    project: (longitude, latitude) => pointOf(projection, [longitude, Math.max(-farthest, Math.min(farthest, latitude))]),
    unproject: ([x, y]) => projection.invert?.([x, y]) ?? [west, north],
    metres: (length, latitude) => ((length / earthRadius) * projection.scale()) / Math.cos((latitude * Math.PI) / 180),
  }
}

const lineOf = (line: readonly Point[]): GeoGeometryObjects => ({ type: 'LineString', coordinates: line.map((point) => [...point]) })

const closed = (outline: readonly Point[]): Point[] => [...outline, ...outline.slice(0, 1)]

/** An outline whichever way round it was drawn: on a globe the wrong way round means all the rest of the world. */
function polygonOf(outline: readonly Point[]): GeoGeometryObjects {
  const ring = outline.map((point) => [...point])
  const polygon = { type: 'Polygon' as const, coordinates: [ring] }
  return geoArea(polygon) > 2 * Math.PI ? { ...polygon, coordinates: [ring.reverse()] } : polygon
}

/** The projection has no poles: what lies there is drawn a little before them. */
const farthest = 89

function pointOf(projection: GeoProjection, position: [number, number]): Point {
  const point = projection(position)
  if (!point) throw new Error(`Mercator’s projection has no place for ${position.join(', ')}.`)
  return point
}
