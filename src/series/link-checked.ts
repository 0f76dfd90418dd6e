import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { hashManuscript } from '../manuscript/content-hash.ts'
import { type Manuscript, readManuscript, seriesPath } from '../manuscript/read-manuscript.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { Series } from '../model/series.ts'
import { checkManuscript } from './checks/check.ts'
import { checkEditorial } from './checks/check-editorial.ts'
import { addressesOf, checkLinks } from './checks/check-links.ts'
import { checkNoteCitations } from './checks/check-note-citations.ts'
import { checkPermalinks } from './checks/check-permalinks.ts'
import { checkSourceLanguages } from './checks/check-source-languages.ts'
import { findUnused } from './checks/check-unused.ts'
import { checkRules, keepRules } from './checks/house-rules.ts'
import { linkSeries } from './link.ts'

/** A manuscript as it was read, the Series of it, if nothing stood against linking it, and all that is wrong, unanswered. */
export type Linked = { readonly manuscript: Manuscript; readonly series?: Series; readonly diagnostics: readonly Diagnostic[] }

/** What is read, and what is known of it before: parts that were left out, and the day of what has none; ISO 8601. */
type Asked = {
  readonly files: readonly ManuscriptFile[]
  /** What its content hash is of, where that is not what is read. */
  readonly hashed?: readonly ManuscriptFile[]
  readonly drafts: readonly string[]
  readonly today: string
  /** What was found before anything was read. */
  readonly found?: readonly Diagnostic[]
  /** Under which what was read is kept in memory: several readings of a manuscript have the same paths. */
  readonly name?: string
}

/** Reads every file once, checks and links them. */
export function linkChecked({ files, hashed = files, drafts, today, found = [], name = '' }: Asked): Linked {
  const { manuscript, diagnostics: readingMistakes } = readManuscript(files, drafts, name)
  const mistakes = [...found, ...readingMistakes, ...findNothing(files, drafts), ...checkManuscript(manuscript), ...checkRules(manuscript)]
  const { series: seriesFile } = manuscript
  if (!seriesFile || mistakes.some(isError)) return { manuscript, diagnostics: mistakes }
  const series = linkSeries({ ...manuscript, series: seriesFile }, hashManuscript(hashed), today)
  const addresses = addressesOf(series)
  const diagnostics = [
    ...mistakes,
    ...checkLinks(manuscript, addresses),
    ...checkPermalinks(manuscript, addresses),
    ...findUnused(manuscript),
    ...checkSourceLanguages(manuscript),
    ...checkEditorial(manuscript, seriesFile.file),
    ...checkNoteCitations(manuscript, seriesFile.file),
  ]
  return { manuscript, series, diagnostics: keepRules(diagnostics, seriesFile.file) }
}

/** A manuscript without a part, or with none that is to be published, is no series yet. */
function findNothing(files: readonly ManuscriptFile[], drafts: readonly string[]): Diagnostic[] {
  const hasSeries = files.some(({ path }) => path === seriesPath)
  if (!hasSeries || files.some(({ path }) => /^parts\/[^/]+\.mdx$/u.test(path))) return []
  return [diagnose('parts-none', seriesPath, startOfFile, { drafts: drafts.length })]
}

export const isError = ({ severity }: Diagnostic): boolean => severity === 'error'
