import type { Nodes } from 'mdast'
import { childrenOf, isElement } from './nodes.ts'

/**
 * Takes the paragraph away from around components and comments that stand alone in it, and makes blocks of them, as
 * @mdx-js/mdx does before any plugin of the render pass (`remark-mark-and-unravel`). Changes the tree.
 */
export function unravel(tree: Nodes) {
  const blocks = childrenOf(tree)
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Nodes
    if (block.type === 'paragraph' && block.children.some(isApart) && block.children.every((node) => isApart(node) || isBlank(node))) {
      blocks.splice(i, 1, ...block.children.filter(isApart).map((node) => ({ ...node, type: node.type.replace('Text', 'Flow') }) as Nodes))
    }
    unravel(blocks[i] as Nodes)
  }
}

const isApart = (node: Nodes) => isElement(node) || node.type === 'mdxTextExpression'

const isBlank = (node: Nodes) => node.type === 'text' && /^[\t\n\r ]*$/u.test(node.value)
