import { type Box, boxAround, centreOf, isWithin, type Point } from '../boxes.ts'

/**
 * The window of a given size that shows the most points, with a margin around each: the part of a map worth enlarging.
 * Of several, the one whose points lie nearest to its middle. A best window can always be pushed until a point touches
 * its left and its upper margin, so only such corners are tried.
 */
export function densestWindow(
  points: readonly Point[],
  frame: Box,
  size: { readonly width: number; readonly height: number },
  margin: number,
): Box {
  const windows = points.flatMap(([x]) => points.map(([, y]): Box => ({ x: x - margin, y: y - margin, ...size })))
  const best = windows
    .map((window) => pointsIn(window, points, margin))
    .reduce((most, inside) => (inside.length > most.length ? inside : most), [])
  const [xs, ys] = [best.map(([x]) => x), best.map(([, y]) => y)]
  const middle: Point =
    best.length === 0 ? centreOf(frame) : [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
  return pushInto(boxAround(middle, size.width, size.height), frame)
}

const pointsIn = (window: Box, points: readonly Point[], margin: number) =>
  points.filter((point) => isWithin(boxAround(point, 2 * margin - 0.02), { ...window, x: window.x - 0.01, y: window.y - 0.01 }))

const pushInto = (box: Box, frame: Box): Box => ({
  ...box,
  x: Math.max(frame.x, Math.min(frame.x + frame.width - box.width, box.x)),
  y: Math.max(frame.y, Math.min(frame.y + frame.height - box.height, box.y)),
})
