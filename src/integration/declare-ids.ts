import type { AstroIntegration } from 'astro'
import { writeDeclarations } from '../manuscript/files.ts'
import { readAll } from './read-from-disk.ts'
import type { Settings } from './settings.ts'
import { shelf } from './shelf.ts'

/**
 * Astro integration: declares the ids of the manuscript as literal unions (`SourceId`, `TermId`, `NoteId` of the module
 * `pamphlet:ids`), so that editors and `astro check` know them.
 */
export const declareIds = (settings: Settings): AstroIntegration => {
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
        const { ids } = (await shelf.firstReading?.()) ?? (await readAll(settings))
        file = injectTypes({ filename: 'ids.d.ts', content: declareUnions(ids) })
      },
      'astro:server:setup': ({ server }) => {
        let waiting: NodeJS.Timeout | undefined
        // Later than the page, for which a writer waits.
        shelf.declare = ({ ids }) => {
          clearTimeout(waiting)
          waiting = setTimeout(() => file && writeDeclarations(file, declareUnions(ids)), 1_000)
        }
        server.watcher.on('close', () => clearTimeout(waiting))
      },
    },
  }
}

/** The module’s declaration; an empty list becomes `never`. */
export function declareUnions(unions: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(unions).map(
    ([name, ids]) => `  export type ${name} = ${ids.length === 0 ? 'never' : ids.map((id) => JSON.stringify(id)).join(' | ')}`,
  )
  return `declare module 'pamphlet:ids' {\n${types.join('\n')}\n}\n`
}
