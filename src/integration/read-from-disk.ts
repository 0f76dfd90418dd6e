import { printDiagnostics } from '../diagnostics/print.ts'
import { layReady, nameOfFolder, readFiles, renderFolder } from '../manuscript/files.ts'
import { type BuiltSeries, buildSeries } from '../series/build-series.ts'
import { dayOfBuild, latestDay } from '../series/days-of-build.ts'
import type { Settings } from './settings.ts'

/** The manuscript as it lies on the disk, what became of it, and the report that is printed; empty where nothing is wrong. */
export type Reading = BuiltSeries & { readonly report: string }

/** Reads the manuscript. */
export async function readAll({ manuscript, sourceDate, drafts }: Settings): Promise<Reading> {
  const files = await readFiles(manuscript)
  const [environment, now] = [{ SOURCE_DATE_EPOCH: sourceDate }, Date.now()]
  const asked = { showsDrafts: drafts === 'on', today: dayOfBuild(environment, now) }
  const built = buildSeries(files, latestDay(environment, now), asked)
  const report = built.diagnostics.length === 0 ? '' : printDiagnostics(built.diagnostics, files, nameOfFolder(manuscript))
  return { ...built, report }
}

/**
 * The texts of the last reading without mistakes, by the absolute path where they lie ready. The render pass has them from here and nothing from the
 * disk, so that what it renders is what was read. They are kept where both find them: Astro loads the modules of
 * `content.config.ts` a second time, in a graph of their own.
 */
const kept = Symbol.for('pamphlet.texts')
const shelf = globalThis as typeof globalThis & { [kept]?: ReadonlyMap<string, string> }

/**
 * Gives the files of a reading to the render pass, if it is without mistakes: the texts, and the pictures laid ready.
 *
 * @returns the paths of the texts that are other than before
 */
export async function handOver(settings: Settings, { series, files }: Reading, command: 'build' | 'dev'): Promise<readonly string[]> {
  if (!series) {
    // The server for writing looks for the files of texts when it starts; what is in them it is not given yet.
    const texts = files.filter(({ path, fault }) => path.endsWith('.mdx') && fault === undefined)
    if (command === 'dev' && !hasKeptTexts()) await layReady(settings, texts, command)
    return []
  }
  await layReady(settings, files, command)
  const before = shelf[kept]
  const folder = renderFolder(settings, command).replaceAll('\\', '/')
  const texts = new Map(files.map(({ path, text }) => [`${folder}/${path}`, text]))
  shelf[kept] = texts
  return [...texts].filter(([path, text]) => before?.get(path) !== text).map(([path]) => path)
}

/** A text as it was read, by the absolute path where it lies ready; nothing where it was not, or where the manuscript has mistakes. */
export const keptText = (path: string): string | undefined => shelf[kept]?.get(path)

/** Whether there has been a reading without mistakes. */
export const hasKeptTexts = (): boolean => shelf[kept] !== undefined
