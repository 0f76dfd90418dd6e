import { folderAt, readFiles } from '../manuscript/files.ts'
import type { Series } from '../model/series.ts'
import { buildSeries } from '../series/build-series.ts'

const built = new Map<string, Promise<Series>>()

/** For tests: the Series of a manuscript of this repository, `content` or `e2e/tiny-series`, the same for all who ask. */
export function builtSeries(folder: string): Promise<Series> {
  const series = built.get(folder) ?? buildFrom(folder)
  built.set(folder, series)
  return series
}

async function buildFrom(folder: string): Promise<Series> {
  const { series } = buildSeries(await readFiles(folderAt(new URL(`../../${folder}/`, import.meta.url))))
  if (!series) throw new Error(`The manuscript in ${folder} has mistakes.`)
  return series
}

/** For tests: where the site would be published. */
export const site = new URL('https://example.org/lamna/')
