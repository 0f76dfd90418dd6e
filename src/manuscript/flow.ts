import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { MdxTextExpression } from 'mdast-util-mdx-expression'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { vocabulary } from '../model/vocabulary.ts'

/**
 * Puts inline components that stand alone on their line back into the paragraph of the lines around them, where MDX has
 * made blocks of them: `<Source id="x"/>` as the whole of a note is a sentence of it. Changes the tree.
 */
export function wrapInlineComponents(tree: Root) {
  visit(tree, (node) => {
    if (node.type === 'paragraph' || !('children' in node)) return
    const children: Nodes[] = []
    for (const child of node.children as Nodes[]) {
      const inline = asInline(child)
      const last = children.at(-1)
      if (last?.type === 'paragraph' && isNextLine(last, child)) {
        if (inline || isComment(child)) extend(last, [inline ?? asTextComment(child)], child)
        else if (child.type === 'paragraph' && isMadeHere(last)) extend(last, child.children, child)
        else children.push(child)
      } else children.push(inline ? paragraphOf(inline) : child)
    }
    node.children = children as typeof node.children
  })
}

/** Adds to a paragraph what stands on its last line or on the next. */
function extend(paragraph: Paragraph, more: readonly PhrasingContent[], { position }: Nodes) {
  const isTouching = paragraph.position?.end.offset === position?.start.offset
  paragraph.children.push(...(isTouching ? [] : [{ type: 'text', value: ' ' } as const]), ...more)
  if (paragraph.position && position) paragraph.position = { start: paragraph.position.start, end: position.end }
  made.add(paragraph)
}

const isComment = (node: Nodes) => node.type === 'mdxFlowExpression'
const asTextComment = (node: Nodes) => ({ ...node, type: 'mdxTextExpression' }) as MdxTextExpression

function asInline(node: Nodes): MdxJsxTextElement | undefined {
  if (node.type !== 'mdxJsxFlowElement' || !node.name || !Object.hasOwn(vocabulary, node.name)) return undefined
  if (vocabulary[node.name as keyof typeof vocabulary].flows !== 'inline') return undefined
  const children = node.children.flatMap((child, i): PhrasingContent[] => [
    // What stands on lines of its own is apart from the line before.
    ...(i > 0 && [child, node.children[i - 1]].some(isLine) ? [{ type: 'text', value: ' ' } as const] : []),
    ...(child.type === 'paragraph' ? child.children : [child as unknown as PhrasingContent]),
  ])
  return { ...node, type: 'mdxJsxTextElement', children } as MdxJsxTextElement
}

const isLine = (node: Nodes | undefined) => node?.type === 'paragraph' || node?.type === 'mdxJsxFlowElement'

const made = new WeakSet<Nodes>()
const isMadeHere = (node: Nodes) => made.has(node)

function paragraphOf(inline: MdxJsxTextElement): Paragraph {
  const paragraph: Paragraph = { type: 'paragraph', children: [inline], ...(inline.position && { position: inline.position }) }
  made.add(paragraph)
  return paragraph
}

/** Whether the second begins on the line where the first ends or on the next. */
const isNextLine = (first: Paragraph, second: Nodes) => (second.position?.start.line ?? 0) - (first.position?.end.line ?? -9) <= 1
