/** Words of a text with what stands around them, and where they began: the selectors of a W3C Web Annotation for text. */
export type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string; readonly start: number }

/** From one character up to another. */
export type Stretch = { readonly start: number; readonly end: number }

/** How many of the words must still be there, in their order, for changed words to be taken for the same. */
const leastAlike = 0.6
/** So few words are found as they were, or not at all: others like them are too many. */
const fewWords = 3

/** Whether words are too few to be known again where they were edited. */
export const isShort = (exact: string): boolean => wordsIn(exact).length <= fewWords

/**
 * The same words, and how many characters beside them are the same; where they stand more than once those with most of these,
 * then those nearest to where they were.
 */
export function findExact(text: string, { exact, prefix, suffix, start }: Quote): (Stretch & { readonly neighbours: number }) | undefined {
  if (!exact) return undefined
  const found: { at: number; neighbours: number }[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const before = commonEnd(text.slice(0, at), prefix)
    found.push({ at, neighbours: before + commonBeginning(text.slice(at + exact.length), suffix) })
  }
  const [best] = found.sort((a, b) => b.neighbours - a.neighbours || Math.abs(a.at - start) - Math.abs(b.at - start))
  return best && { start: best.at, end: best.at + exact.length, neighbours: best.neighbours }
}

type Word = Stretch & { readonly word: string }

/**
 * The stretch that has most of the words in their order, and how many of them; nothing where it has too few: local
 * alignment (T. Smith, M. Waterman, J. Mol. Biol. 147, 1981) of words.
 */
export function findAlike(text: string, exact: string): (Stretch & { readonly matches: number }) | undefined {
  const [words, wanted] = [wordsIn(text), wordsIn(exact)]
  type Cell = { readonly score: number; readonly matches: number; readonly first: number }
  const none: Cell = { score: 0, matches: 0, first: -1 }
  let best: Cell & { readonly last: number } = { ...none, last: -1 }
  let above: Cell[] = Array.from({ length: wanted.length + 1 }, () => none)
  for (const [i, { word }] of words.entries()) {
    const row: Cell[] = [none]
    for (const [j, { word: asked }] of wanted.entries()) {
      const [diagonal, up, left] = [above[j] ?? none, above[j + 1] ?? none, row[j] ?? none]
      const isSame = word === asked
      const step = {
        score: diagonal.score + (isSame ? 2 : -1),
        matches: diagonal.matches + Number(isSame),
        first: diagonal.first < 0 ? i : diagonal.first,
      }
      const cell = [step, { ...up, score: up.score - 1 }, { ...left, score: left.score - 1 }].reduce((a, b) => (b.score > a.score ? b : a))
      const kept = cell.score > 0 ? cell : none
      row.push(kept)
      if (kept.score > best.score) best = { ...kept, last: i }
    }
    above = row
  }
  const [first, last] = [words[best.first], words[best.last]]
  return first && last && best.matches / wanted.length >= leastAlike
    ? { start: first.start, end: last.end, matches: best.matches }
    : undefined
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))

function commonBeginning(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  return length
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
