import type { Nodes } from 'mdast'
import { childrenOf } from './nodes.ts'

/** How deep blocks, lists and components may stand inside one another: deeper than any text that is read. */
const deepest = 40

/** The first node that lies deeper than texts may be nested; walks without recursion, which a deep tree would exhaust. */
export function findTooDeep(tree: Nodes): Nodes | undefined {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (depth > deepest) return node
    for (const child of childrenOf(node)) open.push({ node: child, depth: depth + 1 })
  }
  return undefined
}
