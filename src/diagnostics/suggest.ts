import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to what was typed, if it is near enough to be what was meant: a third of the letters are others,
 * or the same letters stand in another order.
 */
export function suggest(typed: string, candidates: readonly string[]): string | undefined {
  if (typed.length > longest) return undefined
  const likely = candidates.filter(({ length }) => Math.abs(length - typed.length) <= Math.max(1, Math.floor(Math.max(typed.length, length) / 3)))
  if (likely.length === 0) return undefined
  const nearest = closest(typed, likely)
  const allowed = Math.max(1, Math.floor(Math.max(typed.length, nearest.length) / 3))
  return distance(typed, nearest) <= allowed || lettersOf(typed) === lettersOf(nearest) ? nearest : undefined
}

/** No id is longer; what is was not typed. */
const longest = 200

const lettersOf = (word: string) => [...word].sort().join('')
