import type { Nodes, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { childrenOf, type Element, firstLineOf, isElement, spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** Lines of verse: each line of the file is one of the poem, an empty line ends a stanza, spaces before a line move it in. */
export const verse = construct('Verse', { check: ({ node }, path) => checkLines(node, path) })

/** How far a line may be moved in, in steps. */
const deepest = 8

/**
 * Notes how far each line of a verse is moved in, for Markdown drops spaces at the beginning of a line: two of them, or a
 * tab, are a step. What all lines of the verse have is no indent. Changes the tree.
 *
 * @param text the file that the tree is of
 */
export function keepIndents(tree: Root, text: string) {
  if (!text.includes('<Verse')) return
  const lines = text.split(/\r?\n/u)
  visit(tree, (node) => {
    if (!isElement(node) || node.name !== verse.name) return
    const written = node.children.flatMap((child) => (isVerse(child) ? range(child) : []))
    const widths = new Map(written.map((line) => [line, widthOf(lines[line - 1] ?? '')]))
    const least = Math.min(...widths.values())
    const indents = [...widths].flatMap(([line, width]) => (width > least ? [[line, Math.ceil((width - least) / 2)] as const] : []))
    node.data = { ...node.data, indents: new Map(indents.map(([line, steps]) => [line, Math.min(steps, deepest)])) } as Indented
  })
}

type Indented = Element['data'] & { indents?: ReadonlyMap<number, number> }

/** Lines of the file on which a node stands. */
function range(node: Nodes): number[] {
  const { start, end } = spanOf(node)
  return Array.from({ length: end.line - start.line + 1 }, (_, i) => start.line + i)
}

/** Of the white space before a line, and of the marks of quotations around it, in columns. */
function widthOf(line: string): number {
  const before = /^[ \t>]*/u.exec(line)?.[0] ?? ''
  return [...before].reduce((width, sign) => width + (sign === '\t' ? 2 : 1), 0)
}

/**
 * Makes a paragraph of each stanza of a verse, with a `<span class="line">` for each line, which ends with a line break:
 * they are lines without styles, too. Changes the element.
 */
export function layOutVerse(element: Element) {
  const { indents = new Map<number, number>() } = (element.data ?? {}) as NonNullable<Indented>
  element.children = stanzasOf(element).map(
    (stanza) =>
      ({
        type: 'paragraph',
        data: { hProperties: { className: ['stanza'] } },
        children: splitLines(stanza).map(({ line, children }, i, all) => ({
          type: 'emphasis',
          data: { hName: 'span', hProperties: { className: classesOf(indents.get(line ?? 0)) } },
          children: i < all.length - 1 ? [...children, { type: 'break' }] : children,
        })),
      }) as Nodes,
  ) as Element['children']
}

const classesOf = (steps: number | undefined) => ['line', ...(steps ? [`indent-${steps}`] : [])]

/** A verse of one line stands in its tags without a paragraph. */
function stanzasOf({ children }: Element): PhrasingContent[][] {
  const stanzas: PhrasingContent[][] = []
  let isOpen = false
  for (const child of (children as Nodes[]).filter(({ type }) => type !== 'footnoteDefinition')) {
    if (child.type === 'paragraph') stanzas.push(child.children)
    else if (isOpen) stanzas.at(-1)?.push(child as PhrasingContent)
    else stanzas.push([child as PhrasingContent])
    isOpen = child.type !== 'paragraph'
  }
  return stanzas
}

type Line = { readonly line: number | undefined; readonly children: PhrasingContent[] }

/** What stands in a stanza, line by line: emphasis that goes on is on each of its lines, a component is whole. */
function splitLines(nodes: readonly PhrasingContent[]): Line[] {
  const lines: { line: number | undefined; children: PhrasingContent[] }[] = [{ line: undefined, children: [] }]
  const add = (node: PhrasingContent, at: number | undefined) => {
    const last = lines.at(-1)
    if (!last) return
    last.line ??= at
    last.children.push(node)
  }
  for (const node of nodes) {
    const from = node.position?.start.line
    // Where the survey has joined a component on a line of its own to the line before, it put a space without a place.
    const isJoint = node.type === 'text' && node.value === ' ' && from === undefined
    if (node.type === 'break' || isJoint) lines.push({ line: undefined, children: [] })
    else if (node.type === 'text') {
      for (const [i, value] of node.value.split('\n').entries()) {
        const at = from === undefined ? undefined : from + i
        if (i > 0) lines.push({ line: at, children: [] })
        if (value !== '') add({ type: 'text', value }, at)
      }
    } else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link') {
      for (const [i, { line, children }] of splitLines(node.children).entries()) {
        if (i > 0) lines.push({ line, children: [] })
        add({ ...node, children } as PhrasingContent, line ?? from)
      }
    } else add(withBreaks(node), from)
  }
  return lines.filter(({ children }) => children.length > 0)
}

/** A component with its own lines: what it stands for is named once, so that it is not divided. */
function withBreaks<N extends Nodes>(node: N): N {
  if (!('children' in node)) return node
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text'
      ? child.value.split('\n').flatMap((value, i): Nodes[] => [...(i > 0 ? [{ type: 'break' } as const] : []), { type: 'text', value }])
      : [withBreaks(child)],
  )
  return { ...node, children } as N
}

/** What begins with a sign of Markdown is no line, and what is empty no verse. */
function checkLines(element: Element, path: string): Diagnostic[] {
  const others = (element.children as Nodes[]).filter((child) => !isVerse(child))
  if (element.children.every((child) => !isVerse(child) || isBlank(child)) && others.length === 0)
    return [diagnose('verse-without-lines', path, firstLineOf(spanOf(element)), { found: 'nothing' })]
  return others.map((child) => diagnose('verse-without-lines', path, firstLineOf(spanOf(child)), { found: foundIn(child) }))
}

const foundIn = ({ type }: Nodes) => (type === 'list' ? 'list' : type === 'heading' ? 'heading' : 'other')

const phrasing: ReadonlySet<Nodes['type']> = new Set([
  ...(['paragraph', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'inlineMath', 'break', 'link', 'linkReference'] as const),
  ...(['footnoteReference', 'footnoteDefinition', 'mdxJsxTextElement', 'mdxTextExpression', 'mdxFlowExpression'] as const),
])

const isVerse = (node: Nodes) => phrasing.has(node.type)

const isBlank = (node: Nodes): boolean =>
  node.type === 'text' ? node.value.trim() === '' : node.type === 'paragraph' && childrenOf(node).every(isBlank)
