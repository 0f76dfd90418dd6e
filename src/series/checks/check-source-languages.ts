import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { scriptOf } from '../../locales/languages.ts'
import { smallWords } from '../../locales/small-words.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'

/** Works that name no language and whose titles look as if they were in another one than the series. */
export function checkSourceLanguages({ series, sources }: Manuscript): Diagnostic[] {
  if (!series) return []
  const { language } = series.file
  return sources.flatMap(({ path, file }) => {
    if (file.language !== undefined) return []
    const looksLike = foreignLanguageOf([file.title, file['container-title'] ?? ''].join(' '), language)
    return looksLike ? [diagnose('source-language-missing', path, startOfFile, { title: file.title, series: language, ...looksLike })] : []
  })
}

type Likeness = { readonly script?: string; readonly language?: string }

/**
 * What tells that a title is in another language: most of its letters are of a script that the series is not written in,
 * or it has two small words of one language, and more than of that of the series.
 */
export function foreignLanguageOf(title: string, language: string): Likeness | undefined {
  const script = foreignScriptOf(title, language)
  if (script) return { script }
  const words = title.toLowerCase().match(/\p{L}+/gu) ?? []
  const own = new Intl.Locale(language).language
  const counted = Object.entries(smallWords).map(([name, small]) => {
    const others = new Set(name === own ? [] : smallWords[own])
    return { name, count: new Set(words.filter((word) => small.includes(word) && !others.has(word))).size }
  })
  const ofSeries = counted.find(({ name }) => name === own)?.count ?? 0
  const [best] = counted.filter(({ name }) => name !== own).sort((a, b) => b.count - a.count)
  return best && best.count >= 2 && best.count > ofSeries ? { language: best.name } : undefined
}

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Hangul',
  'Armenian',
  'Georgian',
  'Devanagari',
] as const

/** Scripts that one language is written in together. */
const together: Readonly<Record<string, readonly string[]>> = {
  Latn: ['Latin'],
  Cyrl: ['Cyrillic'],
  Grek: ['Greek'],
  Arab: ['Arabic'],
  Hebr: ['Hebrew'],
  Jpan: ['Han', 'Hiragana'],
  Hans: ['Han'],
  Hant: ['Han'],
  Kore: ['Hangul', 'Han'],
  Armn: ['Armenian'],
  Geor: ['Georgian'],
  Deva: ['Devanagari'],
}

function foreignScriptOf(title: string, language: string): string | undefined {
  const letters = title.match(/\p{L}/gu) ?? []
  const own = together[scriptOf(language)]
  if (!own) return undefined
  const foreign = scripts.find((script) => {
    const pattern = new RegExp(`\\p{Script=${script}}`, 'u')
    return !own.includes(script) && letters.filter((letter) => pattern.test(letter)).length > letters.length / 2
  })
  return foreign
}
