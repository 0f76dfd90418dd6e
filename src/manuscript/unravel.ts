import type { Nodes, Parents, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { isElement } from './nodes.ts'

/**
 * Takes the paragraph away from around components and comments that stand alone in it, and makes blocks of them, as
 * @mdx-js/mdx does before any plugin of the render pass (`remark-mark-and-unravel`). Changes the tree.
 */
export function unravel(tree: Root) {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (
      !parent ||
      index === undefined ||
      !paragraph.children.some(isApart) ||
      !paragraph.children.every((node) => isApart(node) || isBlank(node))
    )
      return
    const blocks = paragraph.children.filter(isApart).map((node) => ({ ...node, type: node.type.replace('Text', 'Flow') }) as Nodes)
    ;(parent as Parents & { children: Nodes[] }).children.splice(index, 1, ...blocks)
    return [SKIP, index] as const
  })
}

const isApart = (node: Nodes) => isElement(node) || node.type === 'mdxTextExpression'

const isBlank = (node: Nodes) => node.type === 'text' && /^[\t\n\r ]*$/u.test(node.value)
