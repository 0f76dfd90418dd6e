import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { hashManuscript } from '../manuscript/content-hash.ts'
import { leaveDrafts } from '../manuscript/drafts.ts'
import { readManuscript, seriesPath } from '../manuscript/read-manuscript.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { Series } from '../model/series.ts'
import { answerWarnings, leaveAnswered } from './checks/answer-warnings.ts'
import { checkManuscript } from './checks/check.ts'
import { checkEditorial } from './checks/check-editorial.ts'
import { addressesOf, checkLinks } from './checks/check-links.ts'
import { checkNoteCitations } from './checks/check-note-citations.ts'
import { checkPermalinks } from './checks/check-permalinks.ts'
import { checkSourceLanguages } from './checks/check-source-languages.ts'
import { findUnused } from './checks/check-unused.ts'
import { checkRules, keepRules } from './checks/house-rules.ts'
import { latestDay } from './days-of-build.ts'
import { linkSeries } from './link.ts'

/** The Series of a manuscript, or, where anything is an error, none; and all that is wrong with it. */
export type BuiltSeries = {
  readonly series?: Series
  readonly diagnostics: readonly Diagnostic[]
  /** What was read: all, or all but the parts that are not to be published yet. */
  readonly files: readonly ManuscriptFile[]
}

/** Whether parts that are not to be published yet are read, and the day of those that have none; ISO 8601. */
type Asked = { readonly showsDrafts?: boolean; readonly today?: string }

/**
 * The whole reading pass: every file read once, checked, linked. Pure but for the day it is; the files come from an adapter.
 *
 * @param latest the latest day of which it can be said that it has come
 */
export function buildSeries(
  all: readonly ManuscriptFile[],
  latest: string = latestDay({}, Date.now()),
  { showsDrafts = false, today = latest }: Asked = {},
): BuiltSeries {
  const { files, drafts, diagnostics: waiting } = showsDrafts ? { files: all, drafts: [], diagnostics: [] } : leaveDrafts(all, latest)
  const { manuscript, diagnostics: readingMistakes } = readManuscript(files, drafts)
  const mistakes = [
    ...waiting,
    ...readingMistakes,
    ...findNothing(files, drafts),
    ...checkManuscript(manuscript),
    ...checkRules(manuscript),
  ]
  const { series: seriesFile } = manuscript
  if (!seriesFile || mistakes.some(isError)) return { diagnostics: leaveAnswered(mistakes, files), files }
  const series = linkSeries({ ...manuscript, series: seriesFile }, hashManuscript(files), today)
  const diagnostics = [
    ...mistakes,
    ...checkLinks(manuscript, series),
    ...checkPermalinks(manuscript, addressesOf(series)),
    ...findUnused(manuscript),
    ...checkSourceLanguages(manuscript),
    ...checkEditorial(manuscript, seriesFile.file),
    ...checkNoteCitations(manuscript, seriesFile.file),
  ]
  const open = answerWarnings(keepRules(diagnostics, seriesFile.file), all)
  return open.some(isError) ? { diagnostics: open, files } : { series, diagnostics: open, files }
}

/** A manuscript without a part, or with none that is to be published, is no series yet. */
function findNothing(files: readonly ManuscriptFile[], drafts: readonly string[]): Diagnostic[] {
  const hasSeries = files.some(({ path }) => path === seriesPath)
  if (!hasSeries || files.some(({ path }) => /^parts\/[^/]+\.mdx$/u.test(path))) return []
  return [diagnose('parts-none', seriesPath, startOfFile, { drafts: drafts.length })]
}

const isError = ({ severity }: Diagnostic) => severity === 'error'
