import type { Loader, LoaderContext } from 'astro/loaders'
import { idSchema } from '../model/ids.ts'
import { type Reading, shelf } from './shelf.ts'

/** The mistakes of a manuscript as one error: its message is the whole report. */
export class ManuscriptError extends Error {
  override readonly name = 'ManuscriptError'
  constructor(report: string) {
    super(report)
    // Where in our code it was thrown tells a writer nothing; and in a stack Astro looks for the name of a file, which it
    // then reads and prints, even where it is a line of a text that names one.
    this.stack = ''
  }
}

/** Names of the loaders, for those who ask Astro to load again. */
export const loaderNames = ['pamphlet-series', 'pamphlet-texts'] as const

/**
 * Tells the content store that there is another Series, so that what was rendered of the last one is rendered again. The
 * pages have it from the shelf.
 */
export const seriesLoader = (): Loader => ({
  name: 'pamphlet-series',
  load: async (context) => {
    const { series } = await readingFor(context)
    if (!series) return context.store.clear()
    const data = { version: `${process.pid}-${shelf.readings}` }
    context.store.set({ id: 'series', data, digest: data.version })
  },
})

/**
 * Names the texts of a folder to the content store; what is in them, the render pass asks for itself. An entry does not
 * change with its text, so that the store need not be written for it.
 */
export const textsLoader = (folder: 'parts' | 'glossary' | 'pages'): Loader => ({
  name: 'pamphlet-texts',
  load: async (context) => {
    const { files } = await readingFor(context)
    const { store } = context
    const texts = new Map(
      files.flatMap(({ path }) => {
        const id = new RegExp(`^${folder}/([^/]+)\\.mdx$`, 'u').exec(path)?.[1]
        // While one edits, files may be there that the reading pass has refused for their names.
        return !idSchema.safeParse(id).success || id === undefined ? [] : [[id, shelf.pathOf?.(path) ?? path] as const]
      }),
    )
    for (const id of store.keys()) if (!texts.has(id)) store.delete(id)
    for (const [id, filePath] of texts) {
      const isNew = store.set({ id, data: {}, filePath, digest: filePath, deferredRender: true })
      // The store is kept from run to run, the list of modules is not.
      if (!isNew && !context.refreshContextData) store.addModuleImport(filePath)
    }
  },
})

/**
 * The reading handed on by who asks to load again; at the beginning one for all loaders, since Astro starts them
 * together. With mistakes a build ends here; `astro dev` goes on and shows them (see `follow-edits.ts`).
 */
async function readingFor({ refreshContextData, watcher }: LoaderContext): Promise<Reading> {
  if (refreshContextData) return refreshContextData.reading as Reading
  if (!shelf.firstReading) throw new Error('The configuration of Astro has no pamphlet() among its integrations.')
  const reading = await shelf.firstReading()
  if (watcher || !reading.report) return reading
  if (!reading.series) throw new ManuscriptError(`\n${reading.report}`)
  return reading
}
