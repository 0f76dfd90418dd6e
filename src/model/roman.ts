const numerals = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** A number in Roman numerals: “XIX”. */
export function romanOf(number: number): string {
  const [sign, value] = numerals.find(([, value]) => value <= number) ?? ['', number]
  return sign === '' ? '' : sign + romanOf(number - value)
}

/** The number of Roman numerals in their usual form; nothing where they are none. */
export function numberOfRoman(text: string): number | undefined {
  const upper = text.toUpperCase()
  const found = Array.from({ length: 100 }, (_, i) => i + 1).find((number) => romanOf(number) === upper)
  return found
}
