import { nameOfLanguage } from './offered-languages.ts'
import type { Reading } from './shelf.ts'

/**
 * What the server for writing says of the language that it shows, and how another is chosen: it renders in one. Nothing where
 * there is no other.
 *
 * @param translation the language that was asked for, unless it is the original’s
 */
export function sayShownLanguage({ series, translations }: Pick<Reading, 'series' | 'translations'>, translation?: string): string {
  if (translations.length === 0) return ''
  const others = translations.map(({ language }) => language).filter((language) => language !== translation)
  const named = (language: string) => `${nameOfLanguage(language)} (“${language}”)`
  const shown = translation === undefined ? `the original${series ? `, ${named(series.language)}` : ''}` : named(translation)
  const [first] = others
  const choose = [
    ...(first
      ? [
          `For ${others.map(named).join(' or ')} start it with PAMPHLET_TRANSLATION=${first}, or with “--translation ${first}” as a command of the package.`,
        ]
      : []),
    ...(translation === undefined ? [] : ['Without that setting it shows the original.']),
  ]
  return [`This server shows ${shown}.`, ...choose].join(' ')
}
