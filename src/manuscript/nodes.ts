import type { Nodes, Parents } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { Span } from '../model/facts.ts'

export type Element = MdxJsxFlowElement | MdxJsxTextElement

/** Whether the node is a component or tag. */
export const isElement = (node: Nodes): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** The children of a node, or none. */
export const childrenOf = (node: Nodes): Nodes[] => ('children' in node ? (node as Parents).children : [])

/**
 * The nodes of a tree, or those of some kinds, in the order of the text. A walk by `visit` takes ten times as long, for it gives
 * each node a function with a name of its own; it is for those who change the tree on their way.
 */
export function nodesOf<K extends Nodes['type'] = Nodes['type']>(tree: Nodes, ...kinds: readonly K[]): Extract<Nodes, { type: K }>[] {
  const found: Nodes[] = []
  const read = (node: Nodes) => {
    if (kinds.length === 0 || kinds.includes(node.type as K)) found.push(node)
    for (const child of childrenOf(node)) read(child)
  }
  read(tree)
  return found as Extract<Nodes, { type: K }>[]
}

/** Where a node stands in its file. Every node that was parsed has a position. */
export function spanOf(node: { position?: Nodes['position'] }): Span {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  return {
    start: { line: start.line, column: start.column, offset: start.offset ?? 0 },
    end: { line: end.line, column: end.column, offset: end.offset ?? 0 },
  }
}

/** The first line of what stands on several: a block is too long to be underlined. */
export const firstLineOf = ({ start, end }: Span): Span => ({ start, end: start.line === end.line ? end : start })

/** The properties typed on a component as plain values; a property without value is true, an expression is left out. */
export function attributesOf(element: Element): Record<string, string | true> {
  // Without a prototype, so that a property called “__proto__” is one.
  const values: Record<string, string | true> = Object.create(null)
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue
    if (attribute.value === null || attribute.value === undefined) values[attribute.name] = true
    else if (typeof attribute.value === 'string') values[attribute.name] = attribute.value
  }
  return values
}

/** Sets a property of a component, so that the render pass hands it on. */
export function setAttribute(element: Element, name: string, value: string) {
  element.attributes = [
    ...element.attributes.filter((attribute) => attribute.type !== 'mdxJsxAttribute' || attribute.name !== name),
    { type: 'mdxJsxAttribute', name, value },
  ]
}
