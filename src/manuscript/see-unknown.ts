import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { constructOf } from './constructs/constructs.ts'
import { see } from './constructs/see.ts'
import { attributesOf, spanOf } from './nodes.ts'
import type { Survey } from './survey/survey.ts'

/** Finds cross-references to what the text has not. */
export function checkSees({ components, figures, headings }: Survey, path: string): Diagnostic[] {
  const known = [...[...figures.values()].flatMap(({ id }) => id ?? []), ...headings.map(({ id }) => id)]
  const ids = components.flatMap(({ node }) => (constructOf(node)?.id?.from === 'writer' ? attributesOf(node).id : []))
  return components.flatMap(({ node }) => {
    const { id } = attributesOf(node)
    if (node.name !== see.name || typeof id !== 'string' || known.includes(id)) return []
    const nearest = suggest(id, [...known, ...ids.filter((other) => typeof other === 'string')])
    return [diagnose('see-unknown', path, spanOf(node), { id, ...(nearest && { nearest }) })]
  })
}
