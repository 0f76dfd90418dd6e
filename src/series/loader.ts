import type { Loader, LoaderContext } from 'astro/loaders'
import { printDiagnostics } from '../diagnostics/print.ts'
import { type BuiltSeries, buildSeries } from './build-series.ts'
import { manuscriptFolder, nameOfFolder, readFiles } from './files.ts'

/** The mistakes of a manuscript as one error: its message is the whole report. */
export class ManuscriptError extends Error {
  override readonly name = 'ManuscriptError'

  constructor(report: string) {
    super(report)
    // Where in our code it was thrown tells a writer nothing.
    this.stack = report
  }
}

let reading: Promise<BuiltSeries> | undefined

/** The reading pass, run once for all loaders of a build: Astro starts them together. */
const readOnce = () => (reading ??= read())

async function read(): Promise<BuiltSeries> {
  const folder = manuscriptFolder()
  const files = await readFiles(folder)
  const built = buildSeries(files)
  if (built.diagnostics.length > 0) {
    const report = printDiagnostics(built.diagnostics, files, nameOfFolder(folder))
    if (!built.series) throw new ManuscriptError(`\n${report}`)
    console.warn(`\n${report}`)
  }
  return built
}

/** Puts the Series into the content store as the only entry of its collection, and keeps it true while `astro dev` runs. */
export const seriesLoader = (): Loader => ({
  name: 'pamphlet-series',
  load: async (context) => {
    await storeSeries(context, readOnce())
    context.watcher?.add(manuscriptFolder())
    context.watcher?.on('all', async (_, path) => {
      if (!path.startsWith(manuscriptFolder())) return
      reading = read()
      await storeSeries(context, reading).catch((error: Error) => context.logger.error(error.message))
    })
  },
})

/** A loader of Astro’s that waits for the reading pass, so that mistakes are reported by it and not by Astro. */
export const afterReading = (loader: Loader): Loader => ({
  ...loader,
  load: async (context) => {
    await readOnce()
    await loader.load(context)
  },
})

async function storeSeries({ store, generateDigest }: LoaderContext, built: Promise<BuiltSeries>) {
  const { series } = await built
  const data = series as unknown as Record<string, unknown>
  store.set({ id: 'series', data, digest: generateDigest(data) })
}
