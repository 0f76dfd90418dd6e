/** A word of a text: what it is compared by, and where it stands (offsets of UTF-16 units). */
export type Token = { readonly word: string; readonly start: number; readonly end: number }

/** Scripts written without spaces between words (Unicode Standard Annex 14, classes ID, CJ and SA). */
const unspaced = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{Script=Thai}\\p{Script=Laoo}\\p{Script=Khmr}\\p{Script=Mymr}'

/** Marks, those of narrow kana too (ﾌﾟ), and invisible signs. */
const inside = '[\\p{M}\\uFF9E\\uFF9F\\u00AD\\u200B-\\u200D\\u2060]'

/**
 * Letters and digits, with the marks and invisible signs (soft hyphens, joiners) that stand inside a word. In scripts
 * without spaces each letter is a word: what a reader types is then found inside of a run of letters, as a phrase.
 */
const wordPattern = new RegExp(
  `(?=[${unspaced}])\\p{L}${inside}*|[\\p{L}\\p{N}](?:[A-Za-z\\d]+|(?![${unspaced}])[\\p{L}\\p{N}]|${inside})*`,
  'gu',
)

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
  // Arabic: forms of one letter that are typed for one another, and the stroke that only stretches a word.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
}

/** Scripts whose marks are vowels or another consonant, without which a word is another one. */
const keepsMarks =
  /[\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}\p{Script=Deva}\p{Script=Beng}]/u

/** The zeros of the digits that are written in Arabic, Persian, Indian and Burmese, Thai, Lao and Khmer texts. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0]

const withPlainDigits = (text: string) =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })

/**
 * A word without case, diacritics, ligatures and invisible signs, in the digits of all: “Dzierżyński” is `dzierzynski`,
 * “ﬁn” is `fin`, “١٩١٧” is `1917`.
 */
export const fold = (word: string): string => {
  if (isPlain(word)) return word.toLowerCase()
  if (keepsMarks.test(word)) return withPlainDigits(word.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, ''))
  return withPlainDigits(word)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[œæøłđðþßıħŧĸŋςىیکةـ]/gu, (letter) => plainLetters[letter] ?? letter)
}

/** Most words of most texts, from which nothing has to be taken. */
export const isPlain = (word: string): boolean => /^[A-Za-z\d]+$/u.test(word)
