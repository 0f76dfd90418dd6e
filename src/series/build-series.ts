import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { hashManuscript } from '../manuscript/content-hash.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { Series } from '../model/series.ts'
import { answerWarnings, leaveAnswered } from './checks/answer-warnings.ts'
import { checkManuscript } from './checks/check.ts'
import { checkDays, latestDay } from './checks/check-days.ts'
import { checkEditorial } from './checks/check-editorial.ts'
import { addressesOf, checkLinks } from './checks/check-links.ts'
import { checkNoteCitations } from './checks/check-note-citations.ts'
import { checkPermalinks } from './checks/check-permalinks.ts'
import { checkSourceLanguages } from './checks/check-source-languages.ts'
import { findUnused } from './checks/check-unused.ts'
import { linkSeries } from './link.ts'

/** The Series of a manuscript, or, where anything is an error, none; and all that is wrong with it. */
export type BuiltSeries = { readonly series?: Series; readonly diagnostics: readonly Diagnostic[] }

/**
 * The whole reading pass: every file read once, checked, linked. Pure but for the day it is; the files come from an adapter.
 *
 * @param latest the latest day of which it can be said that it has come
 */
export function buildSeries(files: readonly ManuscriptFile[], latest = latestDay({}, Date.now())): BuiltSeries {
  const { manuscript, diagnostics: readingMistakes } = readManuscript(files)
  const mistakes = [...readingMistakes, ...checkManuscript(manuscript), ...checkDays(manuscript, latest)]
  const { series: seriesFile } = manuscript
  if (!seriesFile || mistakes.some(isError)) return { diagnostics: leaveAnswered(mistakes, files) }
  const series = linkSeries({ ...manuscript, series: seriesFile }, hashManuscript(files))
  const diagnostics = [
    ...mistakes,
    ...checkLinks(manuscript, series),
    ...checkPermalinks(manuscript, addressesOf(series)),
    ...findUnused(manuscript),
    ...checkSourceLanguages(manuscript),
    ...checkEditorial(manuscript, seriesFile.file),
    ...checkNoteCitations(manuscript, seriesFile.file),
  ]
  const open = answerWarnings(diagnostics, files)
  return open.some(isError) ? { diagnostics: open } : { series, diagnostics: open }
}

const isError = ({ severity }: Diagnostic) => severity === 'error'
