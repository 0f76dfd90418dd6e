import { compoundsOf } from './compounds.ts'
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

/** Words that can be names of people and things that are written in several alphabets, of which other spellings may be asked for. */
export const isSpeltInManyWays = (word: string): boolean => nameKey(word).length > 2 && word.length > 3 && !/\p{N}/u.test(word)

/**
 * What is indexed of a record: the words of its texts and names in order, and after them the words by which it is found
 * as well.
 */
export function indexedText(
  texts: readonly string[],
  names: readonly string[],
  days: readonly AskedDay[],
  spellings: ReadonlySet<string>,
): string {
  const all = [...texts, ...names]
  const words = all.flatMap(wordsOf)
  const more = new Set([
    ...all.flatMap(compoundsOf),
    ...names.flatMap((name) => [wordOfName(name), wordOfNameSpelling(name)]),
    ...words.filter((word) => spellings.has(word)).map(wordOfSpelling),
    ...days.flatMap(dayWords),
  ])
  return [...words, ...more].join(' ')
}
