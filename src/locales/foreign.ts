import { directionOf } from './languages.ts'
import type { Words } from './words.ts'

/** The attributes of words in a language of their own: it, and the direction it is written in where that is not the page’s. */
export function inLanguage(language: string | undefined, { direction }: Words): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (language === undefined) return {}
  const own = directionOf(language)
  return { lang: language, ...(own !== direction && { dir: own }) }
}
