import type { Catalogue } from './catalogue.ts'
import { arabic } from './catalogues/arabic.ts'
import { chinese } from './catalogues/chinese.ts'
import { french } from './catalogues/french.ts'
import { german } from './catalogues/german.ts'
import { greek } from './catalogues/greek.ts'
import { hebrew } from './catalogues/hebrew.ts'
import { italian } from './catalogues/italian.ts'
import { japanese } from './catalogues/japanese.ts'
import { polish } from './catalogues/polish.ts'
import { portuguese } from './catalogues/portuguese.ts'
import { russian } from './catalogues/russian.ts'
import { spanish } from './catalogues/spanish.ts'
import { turkish } from './catalogues/turkish.ts'
import { ukrainian } from './catalogues/ukrainian.ts'
import { english } from './english.ts'
import { scriptOf } from './languages.ts'

/** The catalogues that the program has, by language. */
export const catalogues: Readonly<Record<string, Catalogue>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  ru: russian,
  uk: ukrainian,
  pl: polish,
  tr: turkish,
  el: greek,
  ar: arabic,
  he: hebrew,
  ja: japanese,
  zh: chinese,
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
