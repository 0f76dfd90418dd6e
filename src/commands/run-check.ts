import { printDiagnostics } from '../diagnostics/print.ts'
import { readEnvironment } from '../environment.ts'
import { nameOfFolder, readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'
import { latestDay } from '../series/days-of-build.ts'

/** What the reading pass says of a manuscript, and whether a build would stop at it, or a strict check fail. */
export type Verdict = { readonly report: string; readonly hasErrors: boolean; readonly hasWarnings: boolean }

/** The reading pass by itself: everything that is wrong with a manuscript, in seconds; drafts are read where it is asked for. */
export async function runCheck(folder: string, showsDrafts = false): Promise<Verdict> {
  const files = await readFiles(folder)
  const { diagnostics } = buildSeries(files, latestDay(readEnvironment(), Date.now()), { showsDrafts })
  return {
    report: diagnostics.length === 0 ? '' : printDiagnostics(diagnostics, files, nameOfFolder(folder)),
    hasErrors: diagnostics.some(({ severity }) => severity === 'error'),
    hasWarnings: diagnostics.some(({ severity }) => severity === 'warning'),
  }
}
