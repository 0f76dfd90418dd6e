import type { Nodes } from 'mdast'
import type { FigureFact } from '../../model/facts.ts'
import { attributesOf, childrenOf, spanOf } from '../nodes.ts'
import type { Walk } from './walk.ts'

/** What is numbered, by its component. */
const kinds: Readonly<Record<string, FigureFact['kind']>> = { Figure: 'figure', Chart: 'figure', Table: 'table' }

/**
 * The figures and tables of a text with their numbers, in its order, those of notes left out. Nothing is numbered in a text
 * that refers to none of them: a number that is never named says nothing.
 *
 * @param keyOf the paragraph that a component stands in
 */
export function numberFigures({ uses, definitions }: Walk, keyOf: (block: Nodes | undefined) => string): ReadonlyMap<Nodes, FigureFact> {
  const notes = new Set<Nodes | undefined>(definitions.values())
  const named = new Set(uses.flatMap(({ node, typed }) => (node.name === 'See' ? typed.id : [])))
  const found = uses.filter(({ node, block }) => kinds[node.name ?? ''] !== undefined && !notes.has(block))
  const figures = new Map<Nodes, FigureFact>()
  if (!found.some(({ typed }) => named.has(typed.id ?? true))) return figures
  const counts = { figure: 0, table: 0 }
  for (const { node, typed, block } of found) {
    const kind = kinds[node.name ?? '']
    const { id } = typed
    const hasCaption = node.name === 'Chart' || childrenOf(node).length > 0
    if (kind === undefined || (!hasCaption && !named.has(id ?? true))) continue
    counts[kind]++
    // A chart has the id of its file; its place is that of its paragraph.
    const anchor = node.name === 'Chart' ? `p-${keyOf(block)}` : attributesOf(node).id
    figures.set(node, { kind, number: counts[kind], ...(typeof id === 'string' && { id, anchor: String(anchor) }), span: spanOf(node) })
  }
  return figures
}
