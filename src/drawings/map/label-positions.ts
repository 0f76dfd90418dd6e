import { type Box, boxAround, isWithin, nearestIn, type Point, type Segment } from '../boxes.ts'

/** A label that wants a place near its point. */
export type LabelRequest = {
  readonly id: string
  readonly point: Point
  /** The forms it can take: on one line, on two. The cost says how much worse than the best one is, in the unit of distances. */
  readonly sizes: readonly LabelSize[]
  /** How far from the point the label may lie and still be right: the name of an area. Without it, it stands beside a mark. */
  readonly spread?: number
}

type LabelSize = { readonly width: number; readonly height: number; readonly cost: number }

/** Where a label stands: which of its sizes, and the line that ties it to its point when it is not next to it. */
export type PlacedLabel = { readonly id: string; readonly box: Box; readonly size: number; readonly leader?: Segment }

export type Room = {
  readonly frame: Box
  /** Nothing may lie on these. */
  readonly taken: readonly Box[]
  /** Better left free. */
  readonly spared: readonly Box[]
  /** The name of an area is to lie on one side of these. */
  readonly borders: readonly Box[]
}

/** Half the width of the mark at the point itself. */
export const markRadius = 4

const gaps = [6, 12, 20, 30, 42, 56, 72, 90, 112, 136]
/** Thirty-seconds of the circle, clockwise from the right, the best first. */
const directions = [0, 16, 24, 8, 28, 4, 20, 12, 30, 2, 18, 14, 26, 6, 22, 10, 31, 1, 15, 17, 23, 25, 7, 9, 29, 3, 13, 19, 21, 27, 5, 11]

export type Candidate = { readonly label: PlacedLabel; readonly cost: number }

/** Every position of a label that lies in the frame, with what it costs by itself. */
export function positionsOf(request: LabelRequest, { frame }: Room): Candidate[] {
  const { sizes, spread } = request
  return sizes
    .flatMap((form, size) => (spread === undefined ? positionsBeside(request, form, size) : positionsWithin(request, form, size, spread)))
    .filter(({ label }) => isWithin(label.box, frame))
}

function positionsBeside({ id, point }: LabelRequest, { width, height, cost }: LabelSize, size: number): Candidate[] {
  return gaps.flatMap((gap) =>
    directions.map((direction, rank): Candidate => {
      const [dx, dy] = [Math.cos((direction * Math.PI) / 16), Math.sin((direction * Math.PI) / 16)]
      // The side of the box that faces the point slides along it, so that a label above stands right above.
      const towards = (part: number) => Math.max(-1, Math.min(1, part * 1.5))
      const box = boxAround(
        [point[0] + dx * gap + (towards(dx) * width) / 2, point[1] + dy * gap + (towards(dy) * height) / 2],
        width,
        height,
      )
      const needsLeader = gap > 8
      const leader: Segment = [point, nearestIn(inset(box), point)]
      return { label: { id, size, box, ...(needsLeader && { leader }) }, cost: gap * 1.2 + rank * 0.4 + cost + (needsLeader ? 12 : 0) }
    }),
  )
}

function positionsWithin({ id, point }: LabelRequest, { width, height, cost }: LabelSize, size: number, spread: number): Candidate[] {
  const turns = [...Array(16).keys()].map((direction) => (direction * Math.PI) / 8)
  const centres = [0, 0.2, 0.4, 0.6, 0.8].flatMap((share) =>
    turns.map((turn): Point => [point[0] + Math.cos(turn) * share * spread, point[1] + Math.sin(turn) * share * spread]),
  )
  return centres.map((centre) => ({
    label: { id, size, box: boxAround(centre, width, height) },
    cost: cost + Math.hypot(centre[0] - point[0], centre[1] - point[1]) * 0.2,
  }))
}

const inset = ({ x, y, width, height }: Box): Box => ({
  x: x + 2,
  y: y + 2,
  width: Math.max(0, width - 4),
  height: Math.max(0, height - 4),
})
