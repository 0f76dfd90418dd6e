/** A label that wants to stand at `at` and needs `height`; the more `weight`, the later it is given up. */
export type WantedLabel = { readonly id: string; readonly at: number; readonly height: number; readonly weight: number }

/** The column in which labels may stand. */
export type LabelColumn = {
  readonly from: number
  readonly to: number
  /** How far a label may stand from its place. */
  readonly reach: number
}

/**
 * Places labels in a column, in their order, without overlaps and as near as can be to where they want to stand. Where
 * they crowd so that one would stand out of reach, the lightest of the crowd is given up, and among equals the one whose
 * neighbours are nearest.
 *
 * @param wanted in order of `at`
 * @returns the middle of each label that is kept, by id
 */
export function spreadLabels(wanted: readonly WantedLabel[], column: LabelColumn): Map<string, number> {
  let kept = wanted
  for (let given = lightestOfCrowd(kept, column); given; given = lightestOfCrowd(kept, column))
    kept = kept.filter((label) => label !== given)
  // What was given up while others stood in its way may have room by now.
  const heaviestFirst = wanted.filter((label) => !kept.includes(label)).sort((a, b) => b.weight - a.weight)
  for (const label of heaviestFirst) {
    const more = wanted.filter((other) => other === label || kept.includes(other))
    if (!lightestOfCrowd(more, column)) kept = more
  }
  const middles = placeInOrder(kept, column)
  return new Map(kept.map(({ id }, i) => [id, middles[i] ?? 0]))
}

/** The label to give up, where one is out of reach. */
function lightestOfCrowd(wanted: readonly WantedLabel[], column: LabelColumn): WantedLabel | undefined {
  const middles = placeInOrder(wanted, column)
  const offender = wanted.findIndex(({ at, height }, i) => {
    const middle = middles[i] ?? 0
    return Math.abs(middle - at) > column.reach || middle + height / 2 > column.to + 0.01
  })
  if (offender < 0) return undefined
  const crowd = crowdOf(offender, wanted, middles)
  const elbowRoom = (i: number) => (crowd[i + 1]?.at ?? Number.POSITIVE_INFINITY) - (crowd[i - 1]?.at ?? Number.NEGATIVE_INFINITY)
  const byWeight = crowd
    .map((label, i) => ({ label, room: elbowRoom(i) }))
    .sort((a, b) => a.label.weight - b.label.weight || a.room - b.room)
  return byWeight[0]?.label
}

/**
 * Least squares under the order and distances of the labels: with the distances subtracted it is isotonic regression,
 * solved by pooling adjacent violators (R. E. Barlow et al., Statistical Inference under Order Restrictions, 1972, ch. 1).
 */
function placeInOrder(wanted: readonly WantedLabel[], { from, to }: LabelColumn): number[] {
  const offsets: number[] = []
  for (const [i, { height }] of wanted.entries()) {
    offsets.push(i === 0 ? 0 : (offsets[i - 1] ?? 0) + ((wanted[i - 1]?.height ?? 0) + height) / 2)
  }
  const pools: { sum: number; count: number }[] = []
  for (const [i, { at }] of wanted.entries()) {
    let pool = { sum: at - (offsets[i] ?? 0), count: 1 }
    for (let last = pools.at(-1); last && meanOf(last) >= meanOf(pool); last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count }
      pools.pop()
    }
    pools.push(pool)
  }
  const lowest = from + (wanted[0]?.height ?? 0) / 2
  const highest = Math.max(lowest, to - (wanted.at(-1)?.height ?? 0) / 2 - (offsets.at(-1) ?? 0))
  const means = pools.flatMap((pool) => Array.from({ length: pool.count }, () => Math.min(highest, Math.max(lowest, meanOf(pool)))))
  return means.map((mean, i) => mean + (offsets[i] ?? 0))
}

const meanOf = ({ sum, count }: { sum: number; count: number }) => sum / count

/** The labels that touch one another around one of them. */
function crowdOf(index: number, wanted: readonly WantedLabel[], middles: readonly number[]): readonly WantedLabel[] {
  const isTouching = (i: number) => {
    const [above, below] = [wanted[i], wanted[i + 1]]
    return (
      above !== undefined && below !== undefined && (middles[i + 1] ?? 0) - (middles[i] ?? 0) < (above.height + below.height) / 2 + 0.01
    )
  }
  let [first, last] = [index, index]
  while (isTouching(first - 1)) first -= 1
  while (isTouching(last)) last += 1
  return wanted.slice(first, last + 1)
}
