import { nameOfLanguage } from '../offered-languages.ts'
import type { Reading } from '../shelf.ts'

/**
 * What the server for writing says of the languages that it shows, and where. Nothing where there is one.
 *
 * @param translation the language that was asked for alone
 */
export function sayShownLanguage({ series, translations }: Pick<Reading, 'series' | 'translations'>, translation?: string): string {
  if (translations.length === 0) return ''
  const named = (language: string) => `${nameOfLanguage(language)} (“${language}”)`
  if (translation !== undefined) return `This server shows ${named(translation)} alone. Without that setting it shows all languages.`
  const original = `the original${series ? `, ${named(series.language)}` : ''}`
  const others = translations.map(({ language }) => `${nameOfLanguage(language)} at /${language}/`)
  return `This server shows ${original}, and ${others.join(', ')}. Each is started when its first page is asked for.`
}
