/** A word of a text: what it is compared by, and where it stands (offsets of UTF-16 units). */
export type Token = { readonly word: string; readonly start: number; readonly end: number }

/** Letters and digits, with the marks and invisible signs (soft hyphens, joiners) that stand inside a word. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]*/gu

/**
 * Cuts a text into words: runs of letters and digits. Every dash, apostrophe, dot and bracket ends a word, so that each
 * half of “1917–18” and of “well-known” is found; what belongs together again is the matter of `compoundsOf`.
 * The same function serves the index and the query, which is why both always agree. See decision 12.
 */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: found, index }) => {
    const word = fold(found)
    return word ? [{ word, start: index, end: index + found.length }] : []
  })
}

export const wordsOf = (text: string): string[] => tokensOf(text).map(({ word }) => word)

/** Letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ĸ: 'k',
  ŋ: 'n',
  ς: 'σ',
}

/** A word without case, diacritics, ligatures and invisible signs: “Dzierżyński” is `dzierzynski`, “ﬁn” is `fin`. */
export const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[œæøłđðþßıħŧĸŋς]/gu, (letter) => plainLetters[letter] ?? letter)
