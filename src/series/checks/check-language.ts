import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { catalogueFor, catalogues } from '../../locales/catalogues.ts'
import { missingWords } from '../../locales/words-file.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'

/** Whether the program can speak the language of the series: with its own words, or with the writer’s. */
export function checkLanguage({ series, words }: Manuscript): Diagnostic[] {
  if (!series) return []
  const { language } = series.file
  if (!words) {
    const known = Object.keys(catalogues).join(', ')
    if (catalogueFor(language)) return []
    const base = new Intl.Locale(language).language
    const otherScript = Object.hasOwn(catalogues, base) && { otherScript: base }
    return [diagnose('language-unsupported', 'series.yaml', series.locate(['language']), { language, known, ...otherScript })]
  }
  const missing = missingWords(language, words.file)
  return missing.length === 0 ? [] : [diagnose('words-missing', words.path, startOfFile, { language, missing })]
}
