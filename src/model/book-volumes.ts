import type { Part, Series } from './series.ts'
import { shelvesOf } from './shelves.ts'

/** A volume of a book that would be too long as one: parts that follow each other. */
export type BookVolume = {
  /** From 1. */
  readonly number: number
  /** The title of the writer’s own volume that its parts are in. */
  readonly title?: string
  /** Whether it holds no more than some of the parts of the writer’s own volume. */
  readonly isPiece: boolean
  readonly parts: readonly Part[]
}

/**
 * The volumes in which a series is made into books: the writer’s own where there are some, each in pieces if it is too
 * long itself. A piece is filled before the next one begins, so that parts to come change nothing but the last.
 * What stands before the parts that are counted is in the first volume, and what stands behind them in the last.
 *
 * @param mostWords that one book may have; a part that has more is a volume by itself
 * @returns none where the whole series is one book
 */
export function bookVolumesOf(series: Pick<Series, 'parts' | 'volumes'>, mostWords: number): BookVolume[] {
  if (wordsIn(series.parts) <= mostWords) return []
  const shelves = shelvesOf(series)
  const counted = shelves.filter(({ isMatter }) => !isMatter)
  const matter = (where: Part['matter']) => series.parts.filter((part) => part.matter === where)
  const pieces = (counted.length > 0 ? counted : shelves).flatMap(({ title, parts }) => {
    const filled = fill(parts, mostWords)
    return filled.map((some) => ({ ...(title === undefined ? {} : { title }), isPiece: filled.length > 1, parts: some }))
  })
  if (pieces.length < 2) return []
  return pieces.map((piece, i) => ({
    ...piece,
    number: i + 1,
    parts:
      counted.length === 0
        ? piece.parts
        : [...(i === 0 ? matter('front') : []), ...piece.parts, ...(i === pieces.length - 1 ? matter('back') : [])],
  }))
}

const wordsIn = (parts: readonly Part[]) => parts.reduce((sum, { words }) => sum + words, 0)

function fill(parts: readonly Part[], mostWords: number): Part[][] {
  const volumes: Part[][] = []
  for (const part of parts) {
    const last = volumes.at(-1)
    if (last && wordsIn([...last, part]) <= mostWords) last.push(part)
    else volumes.push([part])
  }
  return volumes
}
