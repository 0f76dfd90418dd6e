/**
 * The part of a row of points that one drawing can show well: the shortest stretch that holds the share of them, and on
 * both sides what follows without a gap longer than those inside.
 *
 * @param points in ascending order
 * @param share from 0 to 1
 * @returns indexes of the first and the last point
 */
export function densestSpan(points: readonly number[], share: number): readonly [first: number, last: number] {
  const at = (i: number) => points[i] ?? Number.NaN
  const more = Math.max(1, Math.ceil(points.length * share)) - 1
  const starts = points.slice(0, points.length - more).map((_, i) => i)
  let first = starts.reduce((best, i) => (at(i + more) - at(i) < at(best + more) - at(best) ? i : best), 0)
  let last = first + more
  const longestGap = points.slice(first + 1, last + 1).reduce((longest, point, i) => Math.max(longest, point - at(first + i)), 0)
  while (at(first) - at(first - 1) <= longestGap) first -= 1
  while (at(last + 1) - at(last) <= longestGap) last += 1
  return [first, last]
}
