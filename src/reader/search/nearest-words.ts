import { fold } from '../../tokenizer/tokens.ts'
import type { SearchEngine } from './search-engine.ts'

const mostOffered = 5

/** Words of the texts that begin like the one typed, the most frequent first. */
export async function completionsOf(engine: SearchEngine, typed: string): Promise<string[]> {
  const words = await engine.wordsWith([...typed][0] ?? '')
  return words.filter((word) => fold(word).startsWith(typed)).slice(0, mostOffered)
}

/**
 * The words of the texts that are nearest to one that is in none of them: one change away for a short word, up to three
 * for a long one; first by distance, then by frequency. It looks among the words with the same first letter, and where
 * there is none among those with its second, as where the first is missing, wrong or changed places.
 */
export async function nearestWords(engine: SearchEngine, typed: string): Promise<string[]> {
  const letters = [...typed]
  const most = letters.length < 5 ? 1 : letters.length < 9 ? 2 : 3
  const among = async (letter: string | undefined) => (letter ? nearestAmong(await engine.wordsWith(letter), typed, most) : [])
  const sameFirst = await among(letters[0])
  return sameFirst.length > 0 || letters[1] === letters[0] ? sameFirst : among(letters[1])
}

function nearestAmong(words: readonly string[], typed: string, most: number): string[] {
  return words
    .flatMap((word, rank) => {
      const distance = distanceBetween(fold(word), typed, most)
      return distance <= most ? [{ word, distance, rank }] : []
    })
    .sort((a, b) => a.distance - b.distance || a.rank - b.rank)
    .slice(0, mostOffered)
    .map(({ word }) => word)
}

/**
 * How many letters must be put in, left out, changed or exchanged with their neighbour to make one word of the other
 * (optimal string alignment; L. Boytsov, ACM J. Exp. Algorithmics 16, 2011, § 2.2). `fastest-levenshtein`, which the
 * messages for writers use, knows no exchanges, the most frequent slip of a hurried hand.
 *
 * @returns the distance, or a number above `most` where it is greater than that
 */
export function distanceBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isExchange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min((last?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, isExchange ? (before?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY),
      )
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last?.[b.length] ?? 0
}
