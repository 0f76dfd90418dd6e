import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { vocabulary } from '../model/vocabulary.ts'

/**
 * Puts inline components that stand alone on their line back into a paragraph, where MDX has made blocks of them:
 * `<Source id="x"/>` as the whole of a note is a sentence of it. Changes the tree.
 */
export function wrapInlineComponents(tree: Root) {
  visit(tree, (node) => {
    if (node.type === 'paragraph' || !('children' in node)) return
    const children: Nodes[] = []
    for (const child of node.children as Nodes[]) {
      const inline = asInline(child)
      const last = children.at(-1)
      if (!inline) children.push(child)
      else if (last?.type === 'paragraph' && isMadeHere(last) && isSameBlock(last, child)) last.children.push({ type: 'text', value: ' ' }, inline)
      else children.push(paragraphOf(inline))
    }
    node.children = children as typeof node.children
  })
}

function asInline(node: Nodes): MdxJsxTextElement | undefined {
  if (node.type !== 'mdxJsxFlowElement' || !node.name || !(node.name in vocabulary)) return undefined
  if (vocabulary[node.name as keyof typeof vocabulary].flows !== 'inline') return undefined
  const children = node.children.flatMap((child): PhrasingContent[] => (child.type === 'paragraph' ? child.children : [child as unknown as PhrasingContent]))
  return { ...node, type: 'mdxJsxTextElement', children } as MdxJsxTextElement
}

const made = new WeakSet<Nodes>()
const isMadeHere = (node: Nodes) => made.has(node)

function paragraphOf(inline: MdxJsxTextElement): Paragraph {
  const paragraph: Paragraph = { type: 'paragraph', children: [inline], ...(inline.position && { position: inline.position }) }
  made.add(paragraph)
  return paragraph
}

/** Whether the second begins on the line where the first ends or on the next. */
const isSameBlock = (first: Paragraph, second: Nodes) => (second.position?.start.line ?? 0) - (first.children.at(-1)?.position?.end.line ?? -9) <= 1
