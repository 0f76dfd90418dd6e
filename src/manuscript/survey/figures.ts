import type { Nodes } from 'mdast'
import type { FigureFact } from '../../model/facts.ts'
import { attributesOf, childrenOf, spanOf } from '../nodes.ts'
import type { Walk } from './walk.ts'

type Kind = FigureFact['kind']

/** What is numbered, by its component. */
const kinds: Readonly<Record<string, Kind>> = { Figure: 'figure', Chart: 'figure', Table: 'table', Audio: 'audio', Video: 'video' }

/** What has numbers where one of it is named: who names a film does not ask for the numbers of pictures. */
const together: readonly (readonly Kind[])[] = [
  ['figure', 'table'],
  ['audio', 'video'],
]

/**
 * The figures, tables and recordings of a text with their numbers, in its order, those of notes left out. Nothing is numbered
 * in a text that refers to none of them: a number that is never named says nothing.
 *
 * @param keyOf the paragraph that a component stands in
 */
export function numberFigures({ uses, definitions }: Walk, keyOf: (block: Nodes | undefined) => string): ReadonlyMap<Nodes, FigureFact> {
  const notes = new Set<Nodes | undefined>(definitions.values())
  const named = new Set(uses.flatMap(({ node, typed }) => (node.name === 'See' ? typed.id : [])))
  const found = uses.flatMap((use) => {
    const kind = kinds[use.node.name ?? '']
    return kind === undefined || notes.has(use.block) ? [] : [{ ...use, kind, isNamed: named.has(use.typed.id ?? true) }]
  })
  const numbered = together.filter((group) => found.some(({ kind, isNamed }) => isNamed && group.includes(kind))).flat()
  const figures = new Map<Nodes, FigureFact>()
  const counts = { figure: 0, table: 0, audio: 0, video: 0 }
  for (const { node, typed, block, kind, isNamed } of found) {
    const { id } = typed
    const hasCaption = node.name === 'Chart' || childrenOf(node).length > 0
    if (!numbered.includes(kind) || (!hasCaption && !isNamed)) continue
    counts[kind]++
    // A chart has the id of its file; its place is that of its paragraph.
    const anchor = node.name === 'Chart' ? `p-${keyOf(block)}` : attributesOf(node).id
    figures.set(node, { kind, number: counts[kind], ...(typeof id === 'string' && { id, anchor: String(anchor) }), span: spanOf(node) })
  }
  return figures
}
