import type { Nodes, Root } from 'mdast'
import { childrenOf, isElement, nodesOf } from '../nodes.ts'
import { constructOf } from './constructs.ts'

/**
 * The number of the citation cluster, from 1, of each `<Source/>` without words of its own. Those that stand side by side
 * in a sentence, with nothing but white space or a semicolon between them, are one cluster.
 *
 * @param inOrder the components of the tree in reading order, by which clusters are counted
 */
export function clustersOf(tree: Root, inOrder: readonly Nodes[]): ReadonlyMap<Nodes, number> {
  const first = firstOfClusters(tree)
  const numbers = new Map<Nodes, number>()
  let count = 0
  for (const node of inOrder) {
    const beginning = first.get(node)
    if (beginning) numbers.set(node, numbers.get(beginning) ?? ++count)
  }
  return numbers
}

function firstOfClusters(tree: Root): ReadonlyMap<Nodes, Nodes> {
  const first = new Map<Nodes, Nodes>()
  for (const parent of nodesOf(tree)) {
    let beginning: Nodes | undefined
    for (const node of childrenOf(parent)) {
      if (isElement(node) && constructOf(node)?.isClustered && node.children.every(isBlank)) {
        beginning ??= node
        first.set(node, beginning)
      } else if (!isSeparator(node)) beginning = undefined
    }
  }
  return first
}

const isBlank = (node: Nodes) => node.type === 'text' && node.value.trim() === ''

const isSeparator = (node: Nodes) => node.type === 'text' && /^\s*;?\s*$/u.test(node.value)
