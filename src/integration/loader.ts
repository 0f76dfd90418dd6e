import type { Loader, LoaderContext } from 'astro/loaders'
import { pathFromRoot } from '../manuscript/files.ts'
import { inertJson } from '../manuscript/render/inert-json.ts'
import { idSchema } from '../model/ids.ts'
import { handOver, type Reading, readAll } from './read-from-disk.ts'
import { settingsOfBuild } from './settings.ts'

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

/** Puts the Series into the content store as the only entry of its collection. */
export const seriesLoader = (): Loader => ({
  name: 'pamphlet-series',
  load: async (context) => {
    const { series } = await readingFor(context)
    if (!series) return context.store.clear()
    const data = { json: inertJson(series) }
    context.store.set({ id: 'series', data, digest: context.generateDigest(data) })
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
    const { store, config } = context
    const texts = new Map(
      files.flatMap(({ path }) => {
        const id = new RegExp(`^${folder}/([^/]+)\\.mdx$`, 'u').exec(path)?.[1]
        // While one edits, files may be there that the reading pass has refused for their names.
        return !idSchema.safeParse(id).success || id === undefined
          ? []
          : [[id, pathFromRoot(config.root, settingsOfBuild(), path, commandOf(context.watcher))] as const]
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

/** Only `astro dev` watches. */
const commandOf = (watcher: LoaderContext['watcher']) => (watcher ? 'dev' : 'build')

let first: Promise<Reading> | undefined

/**
 * The reading handed on by who asks to load again; at the beginning one for all loaders, since Astro starts them
 * together. With mistakes a build ends here; `astro dev` goes on and shows them (see `follow-edits.ts`).
 */
async function readingFor({ refreshContextData, watcher }: LoaderContext): Promise<Reading> {
  if (refreshContextData) return refreshContextData.reading as Reading
  first ??= readAll(settingsOfBuild()).then(async (reading) => {
    await handOver(settingsOfBuild(), reading, commandOf(watcher))
    if (watcher || !reading.report) return reading
    if (!reading.series) throw new ManuscriptError(`\n${reading.report}`)
    console.warn(`\n${reading.report}`)
    return reading
  })
  return first
}
