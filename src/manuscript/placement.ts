import type { Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { constructOf } from './constructs/constructs.ts'
import { childrenOf, type Element, firstLineOf, isElement, spanOf } from './nodes.ts'

/**
 * Finds what stands where a page cannot have it: blocks in the middle of a sentence, paragraphs within words, headings in
 * notes, links that nobody can see. Reads the tree as it was parsed, not as {@link tidy} has made it.
 */
export function checkPlacement(tree: Root, path: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const visitNode = (node: Nodes, parent: Nodes | undefined, isInNote: boolean) => {
    if (isElement(node)) diagnostics.push(...checkElement(node, parent, path))
    if (node.type === 'heading' && isInNote) diagnostics.push(diagnose('heading-misplaced', path, spanOf(node), {}))
    if ((node.type === 'link' || node.type === 'linkReference') && !hasWords(node))
      diagnostics.push(diagnose('link-without-words', path, spanOf(node), {}))
    for (const child of childrenOf(node)) visitNode(child, node, isInNote || node.type === 'footnoteDefinition')
  }
  visitNode(tree, undefined, false)
  return diagnostics
}

function checkElement(element: Element, parent: Nodes | undefined, path: string): Diagnostic[] {
  const construct = constructOf(element)
  if (!construct) return []
  const report = (where: 'in-sentence' | 'around-blocks') => [
    diagnose('component-misplaced', path, firstLineOf(spanOf(element)), { component: construct.name, where }),
  ]
  if (construct.flows === 'block') return element.type === 'mdxJsxTextElement' && !isLineOfComponents(parent) ? report('in-sentence') : []
  return holdsBlocks(element) ? report('around-blocks') : []
}

/** A line with nothing on it but components is no sentence: MDX makes blocks of them (https://mdxjs.com/docs/what-is-mdx/#interleaving). */
const isLineOfComponents = (parent: Nodes | undefined) =>
  parent?.type === 'paragraph' &&
  parent.children.every(
    (child) => isElement(child) || child.type === 'mdxTextExpression' || (child.type === 'text' && child.value.trim() === ''),
  )

const blocks: ReadonlySet<Nodes['type']> = new Set([
  'heading',
  'list',
  'blockquote',
  'code',
  'table',
  'math',
  'thematicBreak',
  'footnoteDefinition',
])

/** Whether more stands inside than the lines of one paragraph. */
function holdsBlocks({ children }: Element): boolean {
  return (children as Nodes[]).some((child, i) => {
    const before = children[i - 1]
    const isBlock = blocks.has(child.type) || constructOf(child)?.flows === 'block'
    return isBlock || (child.type === 'paragraph' && before !== undefined && spanOf(child).start.line - spanOf(before).end.line > 1)
  })
}

/** Whether a reader sees something of it: letters, signs, or the words that the program supplies for a component. */
function hasWords(node: Nodes): boolean {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') return node.value.trim() !== ''
  if (node.type === 'image' || node.type === 'imageReference') return true
  if (constructOf(node)?.words) return true
  return childrenOf(node).some(hasWords)
}
