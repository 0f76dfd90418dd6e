import { printDiagnostics } from '../diagnostics/print.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { type BuiltSeries, buildSeries } from './build-series.ts'
import { manuscriptFolder, nameOfFolder, readFiles, realPathSync } from './files.ts'

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

/**
 * The texts of the last reading without mistakes, by absolute path. The render pass has them from here and nothing from the
 * disk, so that what it renders is what was read. They are kept where both find them: Astro loads the modules of
 * `content.config.ts` a second time, in a graph of their own.
 */
const kept = Symbol.for('pamphlet.texts')
const shelf = globalThis as typeof globalThis & { [kept]?: ReadonlyMap<string, string> }

/** Gives the texts of a reading to the render pass, if it is without mistakes; returns those that are other than before. */
export function keepTexts({ series, files }: Reading): readonly string[] {
  if (!series) return []
  const before = shelf[kept]
  // Vite calls a file by its real path.
  const folder = realPathSync(manuscriptFolder()).replaceAll('\\', '/')
  const texts = new Map(files.map(({ path, text }) => [`${folder}/${path}`, text]))
  shelf[kept] = texts
  return [...texts].filter(([path, text]) => before?.get(path) !== text).map(([path]) => path)
}

/** A text as it was read, by its absolute path; nothing where it was not, or where the manuscript has mistakes. */
export const keptText = (path: string): string | undefined => shelf[kept]?.get(path)

/** Whether there has been a reading without mistakes. */
export const hasKeptTexts = (): boolean => shelf[kept] !== undefined
