import type { MapFile } from '../../model/files/place-file.ts'
import { type Box, boxAround, distanceOf, isThrough, isWithin, type Point, type Segment } from '../boxes.ts'
import type { Ground } from './map-ground.ts'

/** A name written on the ground: where its middle is and how far it is turned, in degrees clockwise. */
export type GroundName = {
  readonly text: string
  readonly kind: MapFile['labels'][number]['kind']
  readonly at: Point
  readonly angle: number
  readonly size: number
  /** What it covers; several boxes where it is turned. */
  readonly boxes: readonly Box[]
}

/** Sizes of letters, in units, and how wide a letter of each kind is in them on the average, spacing included. */
export type NameStyle = Record<GroundName['kind'], { readonly size: number; readonly letter: number }>

/** A name nearer than this many of its sizes to a line follows it. */
const reach = 1.25

/** Length of a step along a line, in units. */
const stride = 5

/** The names of the map that lie wholly in the frame and under no bridge, those along rivers and streets turned as these run. */
export function nameGround(map: MapFile, ground: Ground, style: NameStyle): GroundName[] {
  const frame = { x: 0, y: 0, width: ground.width, height: ground.height }
  const bridges = map.bridges.map(({ line }): Segment => [ground.project(...(line[0] as Point)), ground.project(...(line.at(-1) as Point))])
  const lines = {
    district: [],
    water: [...map.streams.map(({ line }) => walk(line, ground)), ...banksOf(map, ground)],
    street: map.streets.map(({ line }) => walk(line, ground)),
  } satisfies Record<GroundName['kind'], Point[][]>
  return map.labels
    .map(({ text, at, kind }): GroundName => {
      const { size, letter } = style[kind]
      const middle = ground.project(...at)
      const width = text.length * letter * size
      const angle = directionAt(lines[kind], middle, width, reach * size)
      return { text, kind, at: middle, angle, size, boxes: boxesAlong(middle, angle, width, size * 1.2) }
    })
    .filter(({ boxes }) => boxes.every((box) => isWithin(box, frame) && !bridges.some((bridge) => isThrough(bridge, box))))
}

/** Points along every bank, one every few units. */
export const banksOf = (map: MapFile, ground: Ground): Point[][] =>
  [...map.water, ...map.land].map(({ outline }) => walk([...outline, ...outline.slice(0, 1)], ground))

/** How the nearest line runs beside a point, over a length of it: -90 to 90 degrees, so that letters never stand on their heads. */
function directionAt(lines: readonly (readonly Point[])[], point: Point, length: number, within: number): number {
  const nearest = lines
    .flatMap((steps) => steps.map((step, i) => ({ steps, i, distance: distanceOf(step, point) })))
    .reduce<{ steps: readonly Point[]; i: number; distance: number } | undefined>(
      (best, step) => (best && best.distance <= step.distance ? best : step),
      undefined,
    )
  if (!nearest || nearest.distance > within) return 0
  const half = Math.round(length / 2 / stride)
  const from = nearest.steps[Math.max(0, nearest.i - half)] ?? point
  const to = nearest.steps[Math.min(nearest.steps.length - 1, nearest.i + half)] ?? point
  const degrees = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
  return Math.round(degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees)
}

/** The points of a line, one every few units, where it runs on the ground or near it: a long river crosses a small ground soon. */
function walk(line: readonly Point[], ground: Ground): Point[] {
  const points = line.map(([longitude, latitude]) => ground.project(longitude, latitude))
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] as Point
    const steps = Math.max(1, Math.round(distanceOf(from, to) / stride))
    const [first, last] = stepsNear(from, to, steps, ground)
    return Array.from({ length: Math.max(0, last - first) }, (_, k): Point => {
      const step = first + k
      return [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps]
    })
  })
}

/** The steps of a line, from the first to before the last, that are no farther from the ground than this is wide or high. */
function stepsNear(from: Point, to: Point, steps: number, { width, height }: Ground): [first: number, last: number] {
  const spans = ([width, height] as const).map((size, axis): [number, number] => {
    const [start, way] = [from[axis] as number, (to[axis] as number) - (from[axis] as number)]
    if (way === 0) return start >= -size && start <= 2 * size ? [0, 1] : [1, 0]
    const [one, other] = [(-size - start) / way, (2 * size - start) / way]
    return [Math.min(one, other), Math.max(one, other)]
  })
  const first = Math.max(0, Math.ceil(steps * Math.max(...spans.map(([start]) => start))))
  const last = Math.min(steps - 1, Math.floor(steps * Math.min(...spans.map(([, end]) => end))))
  return [first, last + 1]
}

function boxesAlong([x, y]: Point, angle: number, length: number, thickness: number): Box[] {
  if (angle === 0) return [boxAround([x, y], length, thickness)]
  const count = Math.max(1, Math.ceil(length / thickness))
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  return [...Array(count).keys()].map((i) => {
    const along = ((i + 0.5) / count - 0.5) * length
    return boxAround([x + dx * along, y + dy * along], thickness)
  })
}
