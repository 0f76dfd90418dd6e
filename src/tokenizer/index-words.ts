import { withoutClitics } from './clitics.ts'
import { compoundsOf } from './compounds.ts'
import { consonantsOf, isSemitic } from './consonants.ts'
import { type AskedDay, dayWords } from './dates.ts'
import { nameKey } from './name-key.ts'
import { wordsOf } from './tokens.ts'

/**
 * Words that stand in no text, in which the index says more than the text does. They begin with letters no
 * language begins a word with, and are made and looked up here alone.
 */

/** Whole name of a term, source or event: asked for as it is, it comes first. */
export const wordOfName = (name: string): string => `xn${wordsOf(name).join('')}`

/** The same in any transliteration. */
export const wordOfNameSpelling = (name: string): string => `xs${nameKey(wordsOf(name).join(''))}`

/** A word of a name in any transliteration. */
export const wordOfSpelling = (word: string): string => `xq${nameKey(word)}`

/** A word of a name by its consonants, which Arabic, Hebrew and Latin letters share. */
export const wordsOfConsonants = (word: string): string[] => consonantsOf(word).map((key) => `xk${key}`)

/** The words of a name without an article that stands alone: “al-Ghazali”, “ar-Rashid”. */
export const withoutArticles = (words: readonly string[]): readonly string[] =>
  words.length > 1 ? words.filter((word) => !/^[aeu][ldnrstz]$/u.test(word)) : words

/** Words that can be names of people and things that are written in several alphabets, of which other spellings may be asked for. */
export const isSpeltInManyWays = (word: string): boolean => nameKey(word).length > 2 && word.length > 3 && !/\p{N}/u.test(word)

/** Words in Arabic or Hebrew letters are short, for their vowels are not written. */
export const isSpeltByConsonants = (word: string): boolean => isSemitic(word) && word.length > 2

/** Whether among names there are some in Arabic or Hebrew letters, which may be asked for in Latin ones, and the other way round. */
export const areInTwoScripts = (spellings: ReadonlySet<string>): boolean => [...spellings].some(isSemitic)

/**
 * What is indexed of a record: the words of its texts and names in order, and after them the words by which it is found
 * as well.
 *
 * @param parts folded words of which those of the record are made
 */
export function indexedText(
  texts: readonly string[],
  names: readonly string[],
  days: readonly AskedDay[],
  spellings: ReadonlySet<string>,
  byConsonants: boolean,
  parts: readonly string[] = [],
): string {
  const all = [...texts, ...names]
  const words = all.flatMap(wordsOf)
  const spelt = words.filter((word) => spellings.has(word))
  const more = new Set([
    ...all.flatMap(compoundsOf),
    ...parts,
    ...names.flatMap((name) => [wordOfName(name), wordOfNameSpelling(name)]),
    ...spelt.map(wordOfSpelling),
    ...(byConsonants ? spelt.flatMap((word) => [word, ...withoutClitics(word)]).flatMap(wordsOfConsonants) : []),
    ...days.flatMap(dayWords),
  ])
  return [...words, ...more].join(' ')
}
