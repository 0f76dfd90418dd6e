import type { AstroIntegration } from 'astro'
import { readFiles, writeDeclarations } from '../manuscript/files.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { Settings } from './settings.ts'
import { shelf } from './shelf.ts'

/**
 * Astro integration: declares the ids of the manuscript as literal unions (`SourceId`, `TermId`, `NoteId` of the module
 * `pamphlet:ids`), so that editors and `astro check` know them.
 */
export const declareIds = ({ manuscript }: Settings): AstroIntegration => {
  let file: URL | undefined
  let isServedOnly = false
  return {
    name: 'pamphlet-ids',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isServedOnly = command === 'preview'
      },
      'astro:config:done': async ({ injectTypes }) => {
        if (isServedOnly) return
        const reading = await shelf.firstReading?.()
        file = injectTypes({ filename: 'ids.d.ts', content: declarations(reading?.files ?? (await readFiles(manuscript))) })
      },
      'astro:server:setup': ({ server }) => {
        let waiting: NodeJS.Timeout | undefined
        // Later than the page, for which a writer waits.
        const declareLater = () => {
          clearTimeout(waiting)
          waiting = setTimeout(async () => file && (await writeDeclarations(file, declarations(await readFiles(manuscript)))), 1_000)
        }
        server.watcher.on('all', (_, path) => path.startsWith(manuscript) && declareLater())
        server.watcher.on('close', () => clearTimeout(waiting))
      },
    },
  }
}

/** What has been read already is not read again. */
function declarations(files: readonly ManuscriptFile[]): string {
  const { manuscript } = readManuscript(files)
  return declareUnions({
    SourceId: manuscript.ids.sources,
    TermId: manuscript.ids.terms,
    ChartId: manuscript.ids.charts,
    NoteId: manuscript.parts.flatMap(({ facts }) => facts.notes.map(({ id }) => id)),
  })
}

/** The module’s declaration; an empty list becomes `never`. */
export function declareUnions(unions: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(unions).map(
    ([name, ids]) => `  export type ${name} = ${ids.length === 0 ? 'never' : ids.map((id) => JSON.stringify(id)).join(' | ')}`,
  )
  return `declare module 'pamphlet:ids' {\n${types.join('\n')}\n}\n`
}
