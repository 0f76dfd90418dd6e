import type { Term } from '../model/series.ts'

type Labels = Record<string, string | string[]>

/**
 * The names of a term as SKOS labels by language. In each language one name is preferred; a name stands once, as the
 * best thing it is: preferred, another name, or a form that is only searched for.
 */
export function labelsOf(term: Term, language: string): { prefLabel: Labels; altLabel?: Labels; hiddenLabel?: Labels } {
  const taken = new Set<string>()
  const take = (name: { text: string; language: string }) => {
    const key = `${name.text}@${name.language}`
    if (taken.has(key)) return false
    taken.add(key)
    return true
  }
  const native = term.native.map((name) => ({ text: name.text, language: name.language }))
  const preferred = [{ text: term.name, language }, ...native].filter(
    (name, i, all) => all.findIndex((other) => other.language === name.language) === i,
  )
  const prefLabel = Object.fromEntries(preferred.filter(take).map((name) => [name.language, name.text]))
  const others = [
    ...(term.short ? [{ text: term.short, language }] : []),
    ...native,
    ...term.native.flatMap((name) => (name.latin ? [{ text: name.latin, language: `${name.language}-Latn` }] : [])),
    ...term.aliases.map((text) => ({ text, language: languageOf(text, term, language) })),
  ].filter(take)
  const forms = term.forms.map((text) => ({ text, language })).filter(take)
  return {
    prefLabel,
    ...(others.length > 0 && { altLabel: byLanguage(others) }),
    ...(forms.length > 0 && { hiddenLabel: byLanguage(forms) }),
  }
}

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text)

/** A name in another script is in the language of the original; where that is not known, in none that is told. */
const languageOf = (alias: string, { native }: Term, language: string) =>
  isLatin(alias) ? language : (native.find(({ text }) => !isLatin(text))?.language ?? 'und')

const byLanguage = (names: readonly { text: string; language: string }[]): Labels =>
  Object.fromEntries(
    [...Map.groupBy(names, ({ language }) => language)].map(([language, group]) => [language, group.map(({ text }) => text)]),
  )
