/** What notes are counted with, where not with numbers: letters, small Roman numbers, stars, and printers’ signs. */
export type NoteSigns = 'letters' | 'romans' | 'stars' | 'signs'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const printers = '*†‡§‖¶'

/** The number that raised digits stand for. */
export const raisedNumber = (text: string): number => Number([...text].map((sign) => superscripts.indexOf(sign)).join(''))

/** The place of a note among those of its text, by the sign that it has: 0 where it has none of this kind. */
export function placeOf(text: string, signs?: NoteSigns): number {
  if (signs === 'letters') return text.charCodeAt(0) - 96
  if (signs === 'romans') return romanNumber(text)
  if (signs === 'stars') return text.length
  if (signs === 'signs') return printers.indexOf(text) + 1
  return /^\d+$/u.test(text) ? Number(text) : raisedNumber(text)
}

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
