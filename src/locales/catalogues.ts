import type { Catalogue } from './catalogue.ts'
import { english } from './english.ts'
import { scriptOf } from './languages.ts'

/** The catalogues that the program has, by language. */
export const catalogues: Readonly<Record<string, Catalogue>> = {
  en: english,
}

/**
 * The catalogue for a language: for `pt-BR` that of `pt`, but for `zh-Hant` none, as that of `zh` is written in other
 * signs.
 */
export function catalogueFor(language: string): Catalogue | undefined {
  const { language: name } = new Intl.Locale(language)
  const known = Object.hasOwn(catalogues, name) ? catalogues[name] : undefined
  return known && scriptOf(name) === scriptOf(language) ? known : undefined
}
