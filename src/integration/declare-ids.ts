import type { AstroIntegration } from 'astro'
import { isOfManuscript, readFiles, writeDeclarations } from '../manuscript/files.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import type { Settings } from './settings.ts'

/**
 * Astro integration: declares the ids of the manuscript as literal unions (`SourceId`, `TermId`, `NoteId` of the module
 * `pamphlet:ids`), so that editors and `astro check` know them.
 */
export const declareIds = ({ manuscript }: Settings): AstroIntegration => {
  let file: URL | undefined
  return {
    name: 'pamphlet-ids',
    hooks: {
      'astro:config:done': async ({ injectTypes }) => {
        file = injectTypes({ filename: 'ids.d.ts', content: await declarations(manuscript) })
      },
      'astro:server:setup': ({ server }) => {
        let waiting: NodeJS.Timeout | undefined
        // Later than the page, for which a writer waits.
        const declareLater = () => {
          clearTimeout(waiting)
          waiting = setTimeout(async () => file && (await writeDeclarations(file, await declarations(manuscript))), 1_000)
        }
        server.watcher.on('all', (_, path) => isOfManuscript(manuscript, path.replaceAll('\\', '/')) && declareLater())
        server.watcher.on('close', () => clearTimeout(waiting))
      },
    },
  }
}

async function declarations(folder: string): Promise<string> {
  const { manuscript } = readManuscript(await readFiles(folder))
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
