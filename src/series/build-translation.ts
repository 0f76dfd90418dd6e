import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { catalogueFor, catalogues } from '../locales/catalogues.ts'
import { isLedgerPath } from '../manuscript/ledger/ledger-files.ts'
import { type Manuscript, readManuscript } from '../manuscript/read-manuscript.ts'
import { alignManuscripts, carryIds, pageOfFacts } from '../manuscript/translations/carry-keys.ts'
import { type Follows, readFollows } from '../manuscript/translations/follows.ts'
import { type OverlaidFile, overlay } from '../manuscript/translations/overlay.ts'
import { placeBack } from '../manuscript/translations/place-back.ts'
import type { TranslatedFile } from '../manuscript/translations/split-translations.ts'
import { findBehind, findUneven, nextFollows, pairsOf } from '../manuscript/translations/what-follows.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { languageSchema } from '../model/ids.ts'
import type { Series } from '../model/series.ts'
import { answerWarnings, leaveAnswered } from './checks/answer-warnings.ts'
import { type Linked, linkChecked } from './link-checked.ts'

/** The series in another language. */
export type BuiltTranslation = {
  readonly language: string
  /** Missing where anything in it is an error. */
  readonly series?: Series
  /** What was read of it, a manuscript of its own; missing where nothing could be. */
  readonly manuscript?: Manuscript
  /** Its files, as the render pass has them. */
  readonly files: readonly (OverlaidFile | ManuscriptFile)[]
  /** The pages of texts that are in the original’s language, since there is no translation: `/part-1/`. */
  readonly untranslated: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** What it follows, as it is to be recorded. @param isConfirmed whether what is at an address follows the original as it is now */
  readonly follows: (isConfirmed: (address: string) => boolean) => Follows
}

type Asked = {
  readonly original: Linked & { readonly files: readonly ManuscriptFile[]; readonly drafts: readonly string[] }
  readonly language: string
  /** What lies in the folder of the language. */
  readonly translated: readonly TranslatedFile[]
  readonly today: string
}

/** Reads what is in another language as a manuscript of its own, laid over the original. See decision 120. */
export function buildTranslation({ original, language, translated, today }: Asked): BuiltTranslation {
  const { manuscript, files, drafts } = original
  const without = (diagnostics: readonly Diagnostic[]) => ({ language, files: [], untranslated: [], diagnostics, follows: () => ({}) })
  const refused = checkLanguage(language, manuscript.series?.file.language, translated)
  if (refused.length > 0) return without(refused)
  // What is wrong with the series as a whole is told of the original.
  if (!manuscript.series) return without([])
  const { files: laid, diagnostics: found } = overlay(files, translated, { language, slug: manuscript.series.file.slug })
  const { follows, diagnostics: damaged } = readFollows(translated)
  const byPath = new Map(laid.map((file) => [file.path, file]))
  const isTranslated = (path: string) => byPath.get(path)?.liesAt !== undefined
  const paths = new Set(laid.flatMap(({ path }) => (isTranslated(path) ? [path] : [])))
  const texts = alignManuscripts(manuscript, readManuscript(laid, drafts, `${language} unaligned `).manuscript, paths, follows)
  const whole = carryIds(laid, manuscript, texts)
  const lying = translated.map((file) => ({ ...file, path: file.liesAt }))
  const linked = linkChecked({ files: whole, hashed: [...files, ...lying], drafts, today, name: `${language} ` })
  const pairs = pairsOf(texts)
  const known = new Set(original.diagnostics.map(identity))
  const own = [...linked.diagnostics, ...findUneven(texts), ...findBehind(pairs, follows, language, linked.manuscript)].flatMap(
    (diagnostic): Diagnostic[] => {
      const file = byPath.get(diagnostic.file)
      if (isLedgerPath(diagnostic.file)) return []
      if (file && isTranslated(file.path)) return [placeBack(diagnostic, file)]
      return diagnostic.severity === 'error' && !known.has(identity(diagnostic)) ? [diagnostic] : []
    },
  )
  const answered = linked.series ? answerWarnings(own, lying) : leaveAnswered(own, lying)
  const diagnostics = [...found, ...damaged, ...answered]
  const untranslated = [...manuscript.parts, ...manuscript.terms, ...manuscript.pages].flatMap(({ facts }) =>
    isTranslated(facts.path) ? [] : [pageOfFacts(facts)],
  )
  return {
    language,
    manuscript: linked.manuscript,
    ...(linked.series &&
      original.series &&
      !diagnostics.some(({ severity }) => severity === 'error') && { series: withTextsOf(original.series, linked.series, untranslated) }),
    files: whole,
    untranslated,
    diagnostics,
    follows: (isConfirmed) => nextFollows(pairs, follows, isConfirmed),
  }
}

/**
 * A series in another language with the texts that are not translated as the original has them: their dates and citations
 * are words in them.
 */
function withTextsOf(original: Series, series: Series, untranslated: readonly string[]): Series {
  const lay = <T extends Series['parts'][number] | Series['terms'][number] | Series['pages'][number]>(
    own: readonly T[],
    others: readonly T[],
  ) => {
    const known = new Map(others.map((one) => [one.href, one]))
    return own.map((one): T => {
      const other = untranslated.includes(one.href) ? known.get(one.href) : undefined
      return other ? { ...one, ...textsOf(other) } : one
    })
  }
  return {
    ...series,
    parts: lay(series.parts, original.parts),
    terms: lay(series.terms, original.terms),
    pages: lay(series.pages, original.pages),
  }
}

const textsOf = (text: Series['parts'][number] | Series['terms'][number] | Series['pages'][number]) => ({
  paragraphs: text.paragraphs,
  dates: text.dates,
  clusters: text.clusters,
  citations: text.citations,
  ...('notes' in text && { notes: text.notes }),
  ...('sections' in text && { sections: text.sections }),
})

const identity = ({ code, file, message }: Diagnostic) => `${code} ${file} ${message}`

/** The name of a folder: a language that is not the series’ own, and that the program speaks. */
function checkLanguage(language: string, own: string | undefined, translated: readonly TranslatedFile[]): Diagnostic[] {
  const at = translated[0]?.liesAt ?? ''
  if (!languageSchema.safeParse(language).success) return [diagnose('translation-language', at, startOfFile, { folder: language })]
  if (language.toLowerCase() === own?.toLowerCase())
    return [diagnose('translation-language', at, startOfFile, { folder: language, isOwn: true })]
  const hasWords = translated.some(({ path }) => path === `words/${language}.yaml`)
  if (hasWords || catalogueFor(language)) return []
  const known = Object.keys(catalogues).join(', ')
  return [diagnose('language-unsupported', at, startOfFile, { language, known, folder: `translations/${language}/` })]
}
