export type Point = readonly [x: number, y: number]

/** A rectangle by its upper left corner, in units of the drawing. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Segment = readonly [from: Point, to: Point]

export const boxAround = ([x, y]: Point, width: number, height = width): Box => ({ x: x - width / 2, y: y - height / 2, width, height })

export const centreOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2]

/** The area two boxes share; 0 where they only touch. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

export const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height

/** The point of a box that is nearest to another point. */
export const nearestIn = ({ x, y, width, height }: Box, [px, py]: Point): Point => [
  Math.max(x, Math.min(x + width, px)),
  Math.max(y, Math.min(y + height, py)),
]

export const distanceOf = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay)

/** Whether two segments cross or touch. */
export function isCrossing([a, b]: Segment, [c, d]: Segment): boolean {
  return sideOf(a, b, c) * sideOf(a, b, d) <= 0 && sideOf(c, d, a) * sideOf(c, d, b) <= 0 && overlapOf(span(a, b), span(c, d)) > 0
}

/** Whether a segment passes through a box. */
export function isThrough(segment: Segment, box: Box): boolean {
  const [[x1, y1], [x2, y2]] = [
    [box.x, box.y],
    [box.x + box.width, box.y + box.height],
  ] as const
  const isInside = ([x, y]: Point) => x > x1 && x < x2 && y > y1 && y < y2
  return (
    segment.some(isInside) ||
    isCrossing(segment, [
      [x1, y1],
      [x2, y2],
    ]) ||
    isCrossing(segment, [
      [x1, y2],
      [x2, y1],
    ])
  )
}

/** How far a point is from a segment. */
export function distanceTo([[ax, ay], [bx, by]]: Segment, [px, py]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
  return Math.hypot(px - ax - share * (bx - ax), py - ay - share * (by - ay))
}

const sideOf = ([ax, ay]: Point, [bx, by]: Point, [px, py]: Point) => Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))

const span = ([ax, ay]: Point, [bx, by]: Point): Box => ({
  x: Math.min(ax, bx) - 0.5,
  y: Math.min(ay, by) - 0.5,
  width: Math.abs(bx - ax) + 1,
  height: Math.abs(by - ay) + 1,
})
