import type { Point } from '../paths.ts'

/** How far, in units, a line may be from where it was: less than a small drawing shows. */
const tolerance = 0.7

/**
 * A path of straight and rounded lines in few letters, for a drawing that is shown small: whole units, each point from the one
 * before it, corners without their rounding, and no point that the line between others would pass as well.
 *
 * @param path absolute M, L, H, V, Q and Z
 */
export const smallPath = (path: string): string => linesOf(path).map(written).join('')

function linesOf(path: string): Point[][] {
  const lines: Point[][] = []
  for (const [, command = '', numbers = ''] of path.matchAll(/([MLHVQZ])([^MLHVQZ]*)/gu)) {
    const [x = 0, y = 0] = numbers.match(/-?[\d.]+/gu)?.map(Number) ?? []
    const line = lines.at(-1)
    const [lastX, lastY] = line?.at(-1) ?? [0, 0]
    if (command === 'M') lines.push([[x, y]])
    else if (command === 'Z') line?.push(...line.slice(0, 1))
    else if (command === 'H') line?.push([x, lastY])
    else if (command === 'V') line?.push([lastX, x])
    // Of a rounded corner the corner: where the curve ends, the line goes on in its direction.
    else line?.push([x, y])
  }
  return lines
}

function written(line: readonly Point[]): string {
  const points = simplified(line)
    .map(([x, y]): Point => [Math.round(x), Math.round(y)])
    .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1])
  const [first, ...others] = points
  if (!first || others.length === 0) return ''
  const last = points.at(-1)
  const isClosed = others.length > 1 && last?.[0] === first[0] && last[1] === first[1]
  let letter = 'M'
  const steps = (isClosed ? others.slice(0, -1) : others).map(([x, y], i) => {
    const [fromX, fromY] = points[i] ?? first
    const [by, down] = [x - fromX, y - fromY]
    const before = letter
    letter = down === 0 ? 'h' : by === 0 ? 'v' : 'l'
    const numbers = letter === 'h' ? `${by}` : letter === 'v' ? `${down}` : pair(by, down)
    return letter === before ? numbers.replace(/^(?!-)/u, ' ') : letter + numbers
  })
  return `M${pair(...first)}${steps.join('')}${isClosed ? 'z' : ''}`
}

/** A minus sign parts two numbers as well as a space does. */
const pair = (x: number, y: number) => (y < 0 ? `${x}${y}` : `${x} ${y}`)

/** The line without the points that lie within the tolerance of what is left (Ramer, Douglas and Peucker). */
function simplified(line: readonly Point[]): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)]
  if (line.length < 3 || !first || !last) return line
  const distances = line.map((point) => distanceOf(point, first, last))
  const farthest = distances.indexOf(Math.max(...distances))
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last]
  return [...simplified(line.slice(0, farthest + 1)), ...simplified(line.slice(farthest)).slice(1)]
}

/** From a point to the stretch between two others. */
function distanceOf([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
