/** Two lists of which each pair says how ill it fits; the things that have no partner cost something too. */
export type Costs<A, B> = {
  readonly pair: (a: A, b: B) => number
  readonly alone: number
}

/** Which of two lists belong together, in order: for each of the second the index in the first, or -1. */
export function alignLists<A, B>(first: readonly A[], second: readonly B[], { pair, alone }: Costs<A, B>): number[] {
  const width = second.length + 1
  const least = new Float64Array((first.length + 1) * width)
  const at = (i: number, j: number) => least[i * width + j] ?? 0
  const pairs = first.map((a) => second.map((b) => pair(a, b)))
  const costOf = (i: number, j: number) => pairs[i]?.[j] ?? 0
  for (let i = 0; i <= first.length; i++) {
    for (let j = 0; j <= second.length; j++) {
      if (i === 0 && j === 0) continue
      const ways = [
        ...(i > 0 && j > 0 ? [at(i - 1, j - 1) + costOf(i - 1, j - 1)] : []),
        ...(i > 0 ? [at(i - 1, j) + alone] : []),
        ...(j > 0 ? [at(i, j - 1) + alone] : []),
      ]
      least[i * width + j] = Math.min(...ways)
    }
  }
  const partners = second.map(() => -1)
  for (let [i, j] = [first.length, second.length]; i > 0 && j > 0; ) {
    if (at(i, j) === at(i - 1, j - 1) + costOf(i - 1, j - 1)) {
      i -= 1
      j -= 1
      partners[j] = i
    } else if (at(i, j) === at(i - 1, j) + alone) i -= 1
    else j -= 1
  }
  return partners
}
