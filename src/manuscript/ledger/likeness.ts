/** The runs of five letters and digits in a text, without regard to case: what of it survives an edit. */
export type Grams = ReadonlySet<string>

const length = 5

export function gramsOf(text: string): Grams {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (letters.length <= length) return new Set(letters ? [letters] : [])
  return new Set(Array.from({ length: letters.length - length + 1 }, (_, i) => letters.slice(i, i + length)))
}

/** How alike two texts are, from 0 to 1: the Sørensen–Dice coefficient of their runs of letters. */
export const likeness = (one: Grams, other: Grams): number =>
  one.size + other.size === 0 ? 0 : (2 * shared(one, other)) / (one.size + other.size)

/** How much of a text is in another, from 0 to 1. */
export const containment = (part: Grams, whole: Grams): number => (part.size === 0 ? 0 : shared(part, whole) / part.size)

function shared(one: Grams, other: Grams): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let count = 0
  for (const gram of few) if (many.has(gram)) count++
  return count
}
