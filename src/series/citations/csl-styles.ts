import { readdirSync, readFileSync } from 'node:fs'
import english from 'locale-en-gb'
import { memoize } from '../../memoize.ts'

/** A style of the CSL project (https://citationstyles.org) as XML, by its file name in `csl/` without ending. See decision 21. */
export const readCslStyle = (name: string): string => readFileSync(new URL(`csl/${name}.csl`, import.meta.url), 'utf8')

const locales = new Set(readdirSync(new URL('csl/locales/', import.meta.url)).map((name) => name.replace(/\.xml$/u, '')))

/** The words that styles put between, by the name that {@link localeFor} gave; whatever else citeproc asks for is English. */
export const readCslLocale = (name: string): unknown =>
  locales.has(name) ? readFileSync(new URL(`csl/locales/${name}.xml`, import.meta.url), 'utf8') : english

/** Languages whose main form is not the one that CLDR thinks likeliest, or is named with its script. */
const mainForms: Readonly<Record<string, string>> = { no: 'nb-NO', sh: 'sr-Latn-RS', sr: 'sr-Cyrl-RS', zh: 'zh-CN' }

/** The locale of the CSL project for a language: its own, or that of its main form; British English where there is none. */
export const localeFor = (language: string): string => localeOf(language, language)

// Each citation of a part asks for it.
const localeOf = memoize((language: string) => {
  const { language: name, script, region } = new Intl.Locale(language)
  const likely = new Intl.Locale(language).maximize()
  const wanted = [
    [name, script, region],
    [name, region],
    [name, script, likely.region],
    [name, likely.region],
  ].map((parts) => parts.filter(Boolean).join('-'))
  const found = [...wanted, mainForms[name] ?? '', name].find((locale) => locales.has(locale))
  return found ?? [...locales].find((locale) => locale.startsWith(`${name}-`)) ?? 'en-GB'
})
