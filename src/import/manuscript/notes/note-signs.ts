/** What notes are counted with, where not with numbers: letters, small Roman numbers, and stars and printers’ signs in any order. */
export type NoteSigns = 'letters' | 'romans' | 'signs'

/** Small letters as they are raised; Unicode has no raised q that is one character. */
export const raisedLetters = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'
const letters = 'abcdefghijklmnoprstuvwxyz'
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Stars and printers’ signs, as they stand at a word and before a note: `*`, `**`, `†`, `‡‡`. */
export const printersSigns = String.raw`\*{1,6}|†{1,3}|‡{1,3}|§{1,3}|‖{1,3}|¶{1,3}`

/**
 * The place of a note among those of its text, by its number, letter or Roman number, raised or not: 0 where it has none of
 * this kind. Signs have the place in which they come, among `before`.
 */
export function placeOf(text: string, signs?: NoteSigns, before: readonly string[] = []): number {
  const plain = text.normalize('NFKC')
  if (signs === 'letters') return /^[a-z]$/iu.test(plain) ? plain.toLowerCase().charCodeAt(0) - 96 : 0
  if (signs === 'romans') return romanNumber(plain)
  if (signs === 'signs') return before.indexOf(text) + 1
  return /^\d+$/u.test(plain) ? Number(plain) : 0
}

/** Digits and small letters as raised ones, each a character; others as they are. */
export const raised = (text: string): string =>
  [...text].map((sign) => raisedDigits[Number(/\d/u.exec(sign)?.[0] ?? -1)] ?? raisedLetters[letters.indexOf(sign)] ?? sign).join('')

/** Numbers in one mark, as `3`, `3, 4` and `3–5`. */
export const numbersInMark = (text: string): number[] =>
  text.split(/\s*[,;]\s*/u).flatMap((one) => {
    const [from = 0, to = from] = one.split(/\s*[–-]\s*/u).map(Number)
    return to - from > 20 ? [0] : Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i)
  })

/** A small Roman number as it is rightly written; 0 for others, such as `iiii`. */
function romanNumber(text: string): number {
  const match = /^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/u.exec(text)
  if (!match) return 0
  const [, hundreds = '', tens = '', ones = ''] = match
  return hundreds.length * 100 + digit(tens, 'x', 'l', 'xc') * 10 + digit(ones, 'i', 'v', 'ix')
}

function digit(text: string, one: string, five: string, nine: string): number {
  if (text === nine) return 9
  if (text === one + five) return 4
  return (text.startsWith(five) ? 5 : 0) + [...text].filter((sign) => sign === one).length
}
