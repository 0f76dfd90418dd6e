import type { AstroIntegration } from 'astro'
import { manuscriptFolder, readFiles } from './files.ts'
import { readManuscript } from './read.ts'

/**
 * Astro integration: declares the ids of the manuscript as literal unions (`SourceId`, `TermId`, `NoteId` of the module
 * `pamphlet:ids`), so that editors and `astro check` know them.
 */
export const declareIds = (): AstroIntegration => ({
  name: 'pamphlet-ids',
  hooks: {
    'astro:config:done': async ({ injectTypes }) => {
      const { manuscript } = readManuscript(await readFiles(manuscriptFolder()))
      injectTypes({
        filename: 'ids.d.ts',
        content: declareUnions({
          SourceId: manuscript.ids.sources,
          TermId: manuscript.ids.terms,
          NoteId: manuscript.parts.flatMap(({ facts }) => facts.notes.map(({ id }) => id)),
        }),
      })
    },
  },
})

/** The module’s declaration; an empty list becomes `never`. */
export function declareUnions(unions: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(unions).map(
    ([name, ids]) => `  export type ${name} = ${ids.length === 0 ? 'never' : ids.map((id) => JSON.stringify(id)).join(' | ')}`,
  )
  return `declare module 'pamphlet:ids' {\n${types.join('\n')}\n}\n`
}
