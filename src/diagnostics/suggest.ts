import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to what was typed, if it is near enough to be what was meant: a third of the letters are others,
 * or the same letters stand in another order.
 */
export function suggest(typed: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const nearest = closest(typed, candidates)
  const allowed = Math.max(1, Math.floor(Math.max(typed.length, nearest.length) / 3))
  return distance(typed, nearest) <= allowed || lettersOf(typed) === lettersOf(nearest) ? nearest : undefined
}

const lettersOf = (word: string) => [...word].sort().join('')
