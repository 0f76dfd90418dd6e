export type Point = readonly [x: number, y: number]

/** An SVG path along right-angled points, its corners rounded by `radius` where there is room. */
export function roundedPath(points: readonly Point[], radius: number): string {
  return points
    .map(([x, y], i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before) return `M${round(x)},${round(y)}`
      if (!after) return `L${round(x)},${round(y)}`
      const [ax, ay] = towards([x, y], before, radius)
      const [bx, by] = towards([x, y], after, radius)
      return `L${round(ax)},${round(ay)}Q${round(x)},${round(y)} ${round(bx)},${round(by)}`
    })
    .join('')
}

/** The point `distance` from one towards another, at most half way. */
function towards([x, y]: Point, [toX, toY]: Point, distance: number): Point {
  const length = Math.hypot(toX - x, toY - y)
  const share = length === 0 ? 0 : Math.min(0.5, distance / length)
  return [x + (toX - x) * share, y + (toY - y) * share]
}

/** A triangle whose tip lies at the end of a line, `size` long. */
export function arrowHead(before: Point, [x, y]: Point, size: number): string {
  const length = Math.hypot(x - before[0], y - before[1]) || 1
  const [ux, uy] = [(x - before[0]) / length, (y - before[1]) / length]
  const [baseX, baseY] = [x - ux * size, y - uy * size]
  const half = size * 0.48
  const corners = [
    [x, y],
    [baseX - uy * half, baseY + ux * half],
    [baseX + uy * half, baseY - ux * half],
  ] as const
  return `M${corners.map(([across, down]) => `${round(across)},${round(down)}`).join('L')}Z`
}

/** Coordinates to a tenth: finer than any screen shows. */
export const round = (number: number): number => Math.round(number * 10) / 10
