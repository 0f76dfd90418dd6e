import type { Nodes } from 'mdast'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { childrenOf, type Element, firstLineOf, isElement, spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A table with its caption: `<Table id="…">`, the caption as a paragraph, and the table. */
export const table = construct('Table', {
  id: { from: 'writer', holder: 'the table' },
  facts: ({ id }, { node }) => ({ tables: [{ ...(id && { id }), span: spanOf(node) }] }),
  check: ({ node }, path) => {
    const children = (node.children as Nodes[]).filter((child) => !isRemark(child))
    const tables = children.filter(({ type }) => type === 'table').length
    const isWhole = tables === 1 && children.some(isCaption) && children.every((child) => child.type === 'table' || isCaption(child))
    return isWhole ? [] : [diagnose('table-incomplete', path, firstLineOf(spanOf(node)), { tables })]
  },
})

const isCaption = (node: Nodes) => node.type === 'paragraph' && childrenOf(node).length > 0

const isRemark = (node: Nodes) => node.type === 'mdxFlowExpression' || node.type === 'footnoteDefinition'

/** Sends the caption to its place: the components of the site print it over the table. Changes the element. */
export function setCaptionApart(element: Element) {
  element.children = (element.children as Nodes[]).map((child) =>
    child.type === 'paragraph' ? { ...child, data: { ...child.data, hProperties: { slot: 'caption' } } } : child,
  ) as Element['children']
}

export const isTable = (node: Nodes): node is Element => isElement(node) && node.name === table.name
