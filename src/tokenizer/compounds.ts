import { fold, tokensOf } from './tokens.ts'

/** What joins two words into one: hyphens, apostrophes, the point of initials, and the comma within a number. */
const joint = /^[-\u2010\u2011’'ʼ‘`.]$/u

/**
 * The other forms under which a reader may type what stands in a text: compounds written as one word
 * (“death-penalty”: `deathpenalty`), elisions and possessives without the apostrophe, initials as an abbreviation
 * (“U.S.S.R.”: `ussr`), numbers without separators (“1,000”: `1000`), umlauts written out (“Müller”: `mueller`).
 */
export function compoundsOf(text: string): string[] {
  const tokens = tokensOf(text)
  const found = new Set<string>()
  let chain: string[] = []
  const close = () => {
    if (chain.length > 1) found.add(chain.join(''))
    chain = []
  }
  for (const [i, { word, start, end }] of tokens.entries()) {
    const before = tokens[i - 1]
    const between = before ? text.slice(before.end, start) : ' '
    const isNumber = between === ',' && /\p{N}$/u.test(before?.word ?? '') && /^\p{N}{3}$/u.test(word)
    if (!isNumber && !joint.test(between)) close()
    chain.push(word)
    const spelt = writeOut(text.slice(start, end))
    if (spelt !== word) found.add(spelt)
  }
  close()
  return [...found]
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

const writeOut = (word: string) => fold(word.normalize('NFC').replace(/[äöüåø]/giu, (letter) => umlauts[letter.toLowerCase()] ?? letter))
