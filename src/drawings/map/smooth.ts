import type { Point } from '../boxes.ts'

const pieces = 3

/** Turns sharper than this stay corners: the point of an island, a bastion. */
const sharpest = (50 * Math.PI) / 180

/**
 * A line drawn by hand as a curve through its points: Catmull and Rom’s spline (1974), each tangent cut to the shorter
 * of its two sides so that no bend overshoots. A closed line begins and ends with the same point.
 */
export function smooth(line: readonly Point[]): Point[] {
  const isClosed = line.length > 3 && isSame(line[0], line.at(-1))
  const at = (i: number): Point | undefined => (isClosed ? line[(i + line.length - 1) % (line.length - 1)] : line[i])
  return line.flatMap((to, i) => {
    const from = line[i - 1]
    if (!from) return [to]
    const [out, into] = [tangentAt(at(i - 2), from, to), tangentAt(from, to, at(i + 1))]
    const curve = [...Array(pieces - 1).keys()].map((piece) => hermite(from, out, to, into, (piece + 1) / pieces))
    return [...(out[0] || out[1] || into[0] || into[1] ? curve : []), to]
  })
}

/** The direction of the curve at `here`; none at an end and in a corner. */
function tangentAt(before: Point | undefined, here: Point, after: Point | undefined): Point {
  if (!before || !after) return [0, 0]
  const [ax, ay] = [here[0] - before[0], here[1] - before[1]]
  const [bx, by] = [after[0] - here[0], after[1] - here[1]]
  const turn = Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by))
  const through = Math.hypot(ax + bx, ay + by)
  if (turn > sharpest || through === 0) return [0, 0]
  const length = Math.min(Math.hypot(ax, ay), Math.hypot(bx, by)) / through
  return [(ax + bx) * length, (ay + by) * length]
}

function hermite([ax, ay]: Point, [ux, uy]: Point, [bx, by]: Point, [vx, vy]: Point, t: number): Point {
  const [a, u] = [2 * t ** 3 - 3 * t ** 2 + 1, t ** 3 - 2 * t ** 2 + t]
  const [b, v] = [3 * t ** 2 - 2 * t ** 3, t ** 3 - t ** 2]
  return [a * ax + u * ux + b * bx + v * vx, a * ay + u * uy + b * by + v * vy]
}

const isSame = (a: Point | undefined, b: Point | undefined) => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
