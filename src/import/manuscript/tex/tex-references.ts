import type { Heading, Image, Paragraph, PhrasingContent, Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { slugOf } from '../../name-source.ts'
import type { Loss } from '../read-text.ts'

/** What a `\label` may stand in: a heading, a picture, a table with its caption, or a note. */
export type Labelled =
  | { readonly kind: 'heading'; readonly node: Heading }
  | { readonly kind: 'figure'; readonly node: Image }
  | { readonly kind: 'table'; readonly node: MdxJsxFlowElement }
  | { readonly kind: 'note'; readonly id: string }

/** A place that refers to a label, wherever that may stand: `settleReferences` makes a `<See>` of it. */
export const referenceTo = (label: string): PhrasingContent =>
  ({ type: 'mdxJsxTextElement', name: 'See', attributes: [], children: [], data: { label } }) as unknown as PhrasingContent

/** The labels in a stretch of LaTeX. */
export const labelsIn = (text: string): string[] => [...text.matchAll(/\\label\s*\{([^{}]*)\}/gu)].map(([, label = '']) => label.trim())

/** The same stretch without them. */
export const withoutLabels = (text: string): string => text.replace(/\s*\\label\s*\{[^{}]*\}/gu, '')

/** Lets references lead to what has their labels, which gets an id made of its label; others are left out and said. */
export function settleReferences(tree: Root, labels: ReadonlyMap<string, Labelled>, losses: Loss[]): void {
  const ids = new Map<string, string>()
  visit(tree, 'mdxJsxTextElement', (node, at, parent) => {
    const { label } = (node.data ?? {}) as { label?: string }
    if (node.name !== 'See' || label === undefined || !parent || at === undefined) return undefined
    const target = labels.get(label)
    if (!target) {
      losses.push({ place: `\\ref{${label}}`, says: 'left out: nothing here has this label, or nothing that a part can refer to' })
      parent.children.splice(at, 1)
      return at
    }
    if (target.kind === 'note') {
      const note: PhrasingContent = { type: 'footnoteReference', identifier: target.id, label: target.id }
      parent.children.splice(at, 1, note)
      return at + 1
    }
    if (target.kind !== 'heading') leaveOutKind(parent.children[at - 1] as PhrasingContent | undefined)
    const id = ids.get(label) ?? newId(label, new Set(ids.values()))
    if (!ids.has(label)) mark(target, id)
    ids.set(label, id)
    Object.assign(node, { attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }], data: undefined })
    return undefined
  })
}

/** References to what was left out since are left out, too. */
export function dropLostReferences(tree: Root, losses: Loss[]): void {
  const there = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'html') there.add(/^ \[#(.+)\]$/u.exec(node.value)?.[1] ?? '')
    if (node.type === 'mdxJsxFlowElement') there.add(idOf(node) ?? '')
  })
  visit(tree, 'mdxJsxTextElement', (node, at, parent) => {
    const id = idOf(node)
    if (node.name !== 'See' || id === undefined || there.has(id) || !parent || at === undefined) return undefined
    losses.push({ place: `\\ref{${id}}`, says: 'left out: what it refers to is left out' })
    parent.children.splice(at, 1)
    return at
  })
}

const idOf = ({ attributes }: MdxJsxTextElement | MdxJsxFlowElement): string | undefined =>
  attributes.flatMap((held) => (held.type === 'mdxJsxAttribute' && held.name === 'id' ? [String(held.value)] : []))[0]

/** “in Table~\ref{…}”: the reference says what it is. */
function leaveOutKind(before: PhrasingContent | undefined) {
  if (before?.type !== 'text') return
  before.value = before.value.replace(
    /(?:fig(?:ure|ura|\.)?s?|tab(?:le|elle|leau|la|ela|\.)?s?|abb(?:ildung|\.)?|рис(?:унок|\.)?|табл(?:ица|\.)?)[\s\u00A0]*$/iu,
    '',
  )
}

function newId(label: string, taken: ReadonlySet<string>): string {
  const stem = slugOf(label) || 'place'
  for (let n = 1; ; n++) {
    const id = `${/^\p{L}/u.test(stem) ? '' : 'at-'}${stem}${n > 1 ? `-${n}` : ''}`
    if (!taken.has(id)) return id
  }
}

function mark(target: Exclude<Labelled, { kind: 'note' }>, id: string) {
  if (target.kind === 'heading') target.node.children.push({ type: 'html', value: ` [#${id}]` })
  else if (target.kind === 'figure') target.node.data = { ...target.node.data, id } as NonNullable<Image['data']>
  else target.node.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: id })
}

/** A table with its caption over it. */
export const captionedTable = (caption: Paragraph, table: MdxJsxFlowElement['children'][number]): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: 'Table',
  attributes: [],
  children: [{ type: 'paragraph', children: caption.children }, table],
})

/** Whether a paragraph says something. */
export const hasWords = (paragraph: Paragraph): boolean => textOf(paragraph).trim() !== ''
