import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { leaveDrafts, type WithoutDrafts } from '../manuscript/drafts.ts'
import type { Manuscript } from '../manuscript/read-manuscript.ts'
import { splitTranslations } from '../manuscript/translations/split-translations.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { Series } from '../model/series.ts'
import { type BuiltTranslation, buildTranslation } from './build-translation.ts'
import { answerWarnings, leaveAnswered } from './checks/answer-warnings.ts'
import { latestDay } from './days-of-build.ts'
import { isError, linkChecked } from './link-checked.ts'

/** The Series of a manuscript, or, where anything is an error, none; and all that is wrong with it. */
export type BuiltSeries = {
  readonly series?: Series
  /** What was read of the original. */
  readonly manuscript: Manuscript
  /** The same in other languages, in the order of their names. */
  readonly translations: readonly BuiltTranslation[]
  readonly diagnostics: readonly Diagnostic[]
  /** What was read: all, or all but the parts that are not to be published yet. */
  readonly files: readonly ManuscriptFile[]
}

/** Whether parts that are not to be published yet are read, and the day of those that have none; ISO 8601. */
type Asked = { readonly showsDrafts?: boolean; readonly today?: string }

/**
 * The whole reading pass: every file read once, checked, linked, and what is in other languages after it. Pure but for the
 * day it is; the files come from an adapter.
 *
 * @param latest the latest day of which it can be said that it has come
 */
export function buildSeries(
  all: readonly ManuscriptFile[],
  latest: string = latestDay({}, Date.now()),
  { showsDrafts = false, today = latest }: Asked = {},
): BuiltSeries {
  const { original, translations: folders } = splitTranslations(all)
  const leave = <F extends ManuscriptFile>(some: readonly F[]): WithoutDrafts<F> =>
    showsDrafts ? { files: some, drafts: [], diagnostics: [] } : leaveDrafts(some, latest)
  const { files, drafts, diagnostics: found } = leave(original)
  const linked = linkChecked({ files, drafts, today, found })
  const { manuscript, series, diagnostics: mistakes } = linked
  const own = series ? answerWarnings(mistakes, original) : leaveAnswered(mistakes, files)
  const translations = folders.map(({ language, files: lying }) =>
    buildTranslation({ original: { ...linked, files, drafts, diagnostics: mistakes }, language, translated: leave(lying).files, today }),
  )
  const diagnostics = [...own, ...translations.flatMap((one) => one.diagnostics)]
  const read = folders.length === 0 ? files : [...files, ...all.filter((file) => !original.includes(file))]
  if (!series || diagnostics.some(isError)) return { manuscript, translations, diagnostics, files: read }
  return { manuscript, series, translations, diagnostics, files: read }
}
