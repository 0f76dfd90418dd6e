import type { Heading, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { MdxTextExpression } from 'mdast-util-mdx-expression'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { constructOf } from '../constructs/constructs.ts'

/** A text as it is meant: what is taken out of it is kept beside it. */
export type TidyText = {
  readonly tree: Root
  /** What a writer has put between `[#` and `]` at the end of a heading. */
  readonly fixedIds: ReadonlyMap<Heading, string>
}

/**
 * The text as a writer means it, in new nodes: inline components that stand alone on their line are in the paragraph of
 * the lines around them, the marks of headings are taken out, and so are backslashes that only MDX asks for. The tree
 * that was parsed stays as it is.
 */
export function tidy(tree: Root): TidyText {
  const fixedIds = new Map<Heading, string>()
  const copy = <N extends Nodes>(node: N): N => {
    const { node: tidied, fixedId } = withoutMark(withoutEscape(withJoinedLines(node)))
    const copied = 'children' in tidied ? { ...tidied, children: tidied.children.map(copy) } : { ...tidied }
    if (fixedId !== undefined) fixedIds.set(copied as Heading, fixedId)
    return copied as N
  }
  return { tree: copy(tree), fixedIds }
}

/** MDX has made blocks of components that stand alone on a line: `<Source id="x"/>` as the whole of a note is a sentence of it. */
function withJoinedLines(node: Nodes): Nodes {
  if (node.type === 'paragraph' || !('children' in node)) return node
  const children: Nodes[] = []
  let isMadeHere = false
  for (const child of node.children as Nodes[]) {
    const inline = asInline(child)
    const last = children.at(-1)
    const isNext = last?.type === 'paragraph' && isNextLine(last, child)
    if (isNext && (inline || isComment(child))) {
      children[children.length - 1] = extended(last, [inline ?? asTextComment(child)], child)
      isMadeHere = true
    } else if (isNext && child.type === 'paragraph' && isMadeHere) {
      children[children.length - 1] = extended(last, child.children, child)
    } else {
      children.push(inline ? paragraphOf(inline) : child)
      isMadeHere = inline !== undefined
    }
  }
  return { ...node, children } as Nodes
}

/** A paragraph with what stands on its last line or on the next. */
function extended(paragraph: Paragraph, more: readonly PhrasingContent[], { position }: Nodes): Paragraph {
  const isTouching = paragraph.position?.end.offset === position?.start.offset
  return {
    ...paragraph,
    children: [...paragraph.children, ...(isTouching ? [] : [{ type: 'text', value: ' ' } as const]), ...more],
    ...(paragraph.position && position && { position: { start: paragraph.position.start, end: position.end } }),
  }
}

const isComment = (node: Nodes) => node.type === 'mdxFlowExpression'
const asTextComment = (node: Nodes) => ({ ...node, type: 'mdxTextExpression' }) as MdxTextExpression

function asInline(node: Nodes): MdxJsxTextElement | undefined {
  if (node.type !== 'mdxJsxFlowElement' || constructOf(node)?.flows !== 'inline') return undefined
  const children = node.children.flatMap((child, i): PhrasingContent[] => [
    // What stands on lines of its own is apart from the line before.
    ...(i > 0 && [child, node.children[i - 1]].some(isLine) ? [{ type: 'text', value: ' ' } as const] : []),
    ...(child.type === 'paragraph' ? child.children : [child as unknown as PhrasingContent]),
  ])
  return { ...node, type: 'mdxJsxTextElement', children } as MdxJsxTextElement
}

const isLine = (node: Nodes | undefined) => node?.type === 'paragraph' || node?.type === 'mdxJsxFlowElement'

const paragraphOf = (inline: MdxJsxTextElement): Paragraph => ({
  type: 'paragraph',
  children: [inline],
  ...(inline.position && { position: inline.position }),
})

/** Whether the second begins on the line where the first ends or on the next. */
const isNextLine = (first: Paragraph, second: Nodes) => (second.position?.start.line ?? 0) - (first.position?.end.line ?? -9) <= 1

/**
 * “\export” and “\import” at the beginning of a paragraph without their backslash: MDX reads the bare words as code, and
 * Markdown, which escapes only punctuation, would print it.
 */
function withoutEscape(node: Nodes): Nodes {
  if (node.type !== 'paragraph') return node
  const [first, ...rest] = node.children
  if (first?.type !== 'text') return node
  return { ...node, children: [{ ...first, value: first.value.replace(/^\\(?=(?:export|import)(?!\S))/u, '') }, ...rest] }
}

const mark = /^\[#([^\]]*)\]\s*$/u

/** A heading without the `[#id]` at its end, which a note may follow. */
function withoutMark(node: Nodes): { readonly node: Nodes; readonly fixedId?: string | undefined } {
  if (node.type !== 'heading') return { node }
  const last = node.children.findLastIndex(({ type }) => type !== 'footnoteReference')
  const words = node.children[last]
  if (words?.type !== 'text') return { node }
  const at = words.value.lastIndexOf('[#')
  const found = at < 0 ? null : mark.exec(words.value.slice(at))
  if (!found) return { node }
  const children = node.children.with(last, { ...words, value: words.value.slice(0, at).trimEnd() })
  return { node: { ...node, children }, fixedId: found[1] }
}
