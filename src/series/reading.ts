import { printDiagnostics } from '../diagnostics/print.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { type BuiltSeries, buildSeries } from './build-series.ts'
import { manuscriptFolder, nameOfFolder, readFiles } from './files.ts'

/** The manuscript as it lies on the disk, what became of it, and the report that is printed; empty where nothing is wrong. */
export type Reading = BuiltSeries & { readonly files: readonly ManuscriptFile[]; readonly report: string }

/** Reads the manuscript. */
export async function readAll(): Promise<Reading> {
  const folder = manuscriptFolder()
  const files = await readFiles(folder)
  const built = buildSeries(files)
  const report = built.diagnostics.length === 0 ? '' : printDiagnostics(built.diagnostics, files, nameOfFolder(folder))
  return { ...built, files, report }
}
