import type { OfferedLanguages } from '../model/languages.ts'
import type { BuiltSeries } from '../series/build-series.ts'

/** The languages that a build publishes, as pages name them; none where there is only the original’s. */
export function offeredLanguages({ series, translations }: BuiltSeries): OfferedLanguages {
  if (!series || translations.length === 0) return []
  const tags = [series.language, ...translations.map(({ language }) => language)]
  return [
    { language: series.language, name: nameOf(series.language, tags), folder: '', untranslated: [] },
    ...translations.map(({ language, untranslated }) => ({ language, name: nameOf(language, tags), folder: `${language}/`, untranslated })),
  ]
}

/** The name of a language in itself, as it stands alone: with the country only where there is one of another too. */
const nameOf = (language: string, tags: readonly string[]): string =>
  nameOfLanguage(language, tags.filter((tag) => baseOf(tag) === baseOf(language)).length === 1 ? baseOf(language) : language)

/** The name of a language in itself: “Deutsch”. @param tag for that of one with its country, or without */
export function nameOfLanguage(language: string, tag = baseOf(language)): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? language
  const [first = ''] = name
  return first.toLocaleUpperCase(language) + name.slice(first.length)
}

const baseOf = (tag: string) => new Intl.Locale(tag).language
