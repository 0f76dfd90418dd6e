import type { Series } from '../../model/series.ts'
import { tokensOf } from '../../tokenizer/tokens.ts'

type Texts = readonly (readonly string[])[]

/**
 * How German compounds are found by their parts: “Arbeiterrat” by “Rat”, “Räterepublik” by “Räte Republik”. A word is divided only where
 * all its parts are nouns that the series has by themselves, so that “Verrat” is not. See decision 125.
 *
 * @param language its first subtag; of the languages that are spoken German alone writes compounds as one word
 * @param all the texts of all records
 * @returns for the texts of a record the folded parts of the compounds in them
 */
export function partsOfCompounds(
  language: string,
  all: () => Texts,
  { terms }: Pick<Series, 'terms'>,
): (texts: readonly string[]) => readonly string[] {
  if (language !== 'de') return () => []
  const nouns = nounsOf(all())
  const names = terms.filter(({ kind }) => kind === 'person').flatMap(({ name, aliases }) => [name, ...aliases].flatMap(tokensOf))
  const whole = new Set([...countries(language), ...names.map(({ word }) => word)])
  const divided = new Map<string, readonly string[]>()
  const divide = (word: string): readonly string[] => {
    const known = divided.get(word)
    if (known) return known
    divided.set(word, [])
    const parts = whole.has(word)
      ? []
      : Array.from({ length: Math.max(0, word.length - 4) }, (_, i) => i + 2).flatMap((at) => {
          const [first, last] = [partsOf(word.slice(0, at), links), partsOf(word.slice(at), endings)]
          return first.length > 0 && last.length > 0 ? [...first, ...last] : []
        })
    divided.set(word, parts)
    return parts
  }
  /** A part with those that it has itself; none where it, without what joins or inflects it, is no word. */
  const partsOf = (part: string, after: readonly string[]): readonly string[] => {
    const bases = after.flatMap((ending) => (part.endsWith(ending) ? [part.slice(0, part.length - ending.length)] : []))
    return bases.flatMap((base) => [...(nouns.has(base) ? [base] : []), ...divide(base)])
  }
  return (texts) => [
    ...new Set(
      texts.flatMap((text) => tokensOf(text).flatMap((token) => (isCapital(text.slice(token.start, token.end)) ? divide(token.word) : []))),
    ),
  ]
}

/** What German puts between the parts of a compound, and behind the last one. */
const links = ['', 's', 'es', 'n', 'en', 'e', 'er']
const endings = [...links, 'ern']

/**
 * Words that stand inside of sentences with a capital, and nowhere oftener without one; and names of one word. Of two letters an umlaut
 * makes three: “Öl” is a part, “Ei” would make two of “Partei”.
 */
function nounsOf(all: Texts): Set<string> {
  const balance = new Map<string, number>()
  const nouns = new Set<string>()
  for (const text of all.flat()) {
    const tokens = tokensOf(text)
    for (const [i, token] of tokens.entries()) {
      const { word, start, end } = token
      const form = text.slice(start, end)
      const before = tokens[i - 1]
      const isInside = before ? /^[\s,()]+$/u.test(text.slice(before.end, start)) : tokens.length === 1
      const isLong = word.length > 2 || (word.length === 2 && /[äöü]/iu.test(form.normalize('NFC')))
      if (isCapital(form) && isInside && isLong) nouns.add(word)
      if (isInside || !isCapital(form)) balance.set(word, (balance.get(word) ?? 0) + (isCapital(form) ? 1 : -1))
    }
  }
  return new Set([...nouns].filter((word) => (balance.get(word) ?? 0) >= 0))
}

/** A word with a capital, and no abbreviation of capitals. */
const isCapital = (form: string) => /^\p{Lu}\p{Ll}/u.test(form)

/** The names of all countries, which are not divided: who asks for “Land” does not mean “Russland”. */
function countries(language: string): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCodePoint(65 + i))
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return letters.flatMap((first) => letters.flatMap((second) => tokensOf(names.of(first + second) ?? '').map(({ word }) => word)))
}
