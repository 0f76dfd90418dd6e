import { withoutClitics } from './clitics.ts'
import { fold, isPlain, tokensOf } from './tokens.ts'

/** What joins two words into one: hyphens, apostrophes, and the point of initials. */
const joint = /^[-\u2010\u2011’'ʼ‘`.]$/u

/**
 * The other forms under which a reader may type what stands in a text: compounds written as one word
 * (“death-penalty”: `deathpenalty`), elisions and possessives without the apostrophe, initials as an abbreviation
 * (“U.S.S.R.”: `ussr`), numbers without separators (“1,000”, “1 000”: `1000`), umlauts written out (“Müller”: `mueller`),
 * and what is written as one with an article or a preposition (“بالعالم”: `العالم`).
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
    const isNumber = betweenThousands.test(between) && isThousands(chain, word)
    if (!isNumber && !joint.test(between)) close()
    chain.push(word)
    const written = text.slice(start, end)
    if (isPlain(written)) continue
    const spelt = writeOut(written)
    if (spelt !== word) found.add(spelt)
    const inflected = inflect(written)
    if (inflected) found.add(inflected)
    for (const bare of withoutClitics(word)) found.add(bare)
  }
  close()
  return [...found]
}

/** What languages write between the thousands of a number: points, commas, apostrophes and spaces of any width. */
const betweenThousands = /^[,.'’٬，． \u00A0\u2007\u2009\u202F]$/u

/** Whether a word goes on with a number: three digits behind one to three, or behind what does. A year is no thousands. */
const isThousands = (chain: readonly string[], word: string) =>
  /^\p{N}{3}$/u.test(word) && /^\p{N}{1,3}$/u.test(chain[0] ?? '') && chain.slice(1).every((group) => /^\p{N}{3}$/u.test(group))

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

const writeOut = (word: string) => fold(word.normalize('NFC').replace(/[äöüåø]/giu, (letter) => umlauts[letter.toLowerCase()] ?? letter))

/**
 * Another form of a Russian word that ends in й. Pagefind takes the breve away before it looks for a stem, and does not know the
 * ending then: “новый” would not be found by “новые”, nor “рабочий” by “рабочего”.
 */
function inflect(word: string): string | undefined {
  const [, begun, vowel = ''] = /^(\p{Script=Cyrl}{2,})([ыио])й$/u.exec(word.normalize('NFC').toLowerCase()) ?? []
  return begun && fold(`${begun}${vowel}е`)
}
