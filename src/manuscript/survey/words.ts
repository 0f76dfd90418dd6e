import type { FootnoteReference, Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Words } from '../../model/facts.ts'
import { constructOf } from '../constructs/constructs.ts'
import { attributesOf, childrenOf, isElement } from '../nodes.ts'

/** Gives each component of a document its ordinal: how many of the same (source, term; all dates) stand before it, plus 1. */
export type Ordinals = ReadonlyMap<Nodes, number>

/**
 * The running text of a block as a reader reads it, with note markers left out and each component in its place.
 * Blocks in `apart` have words of their own and are passed over, and so are notes that are defined inside the block.
 */
export function wordsOf(block: Nodes, ordinals: Ordinals, apart: ReadonlySet<Nodes> = new Set()): Words[] {
  const words: Words[] = []
  const addText = (text: string) => {
    const last = words.at(-1)
    if (last?.kind === 'text') words[words.length - 1] = { kind: 'text', text: last.text + text }
    else words.push({ kind: 'text', text })
  }
  const read = (node: Nodes) => {
    if (node !== block && (apart.has(node) || node.type === 'footnoteDefinition' || constructOf(node)?.isRepeated)) return
    const component = node.type === 'footnoteReference' ? markerOf(node, ordinals) : componentWords(node, ordinals)
    const before = node === block ? undefined : wordsBefore(node)
    if (before) words.push(before)
    if (component) words.push(component)
    else if (isLiteral(node)) addText(node.value)
    else if (node.type === 'break') addText(' ')
    else for (const child of childrenOf(node)) read(child)
    if (isBlock(node) && words.length > 0) addText(' ')
  }
  read(block)
  return trim(words)
}

const isLiteral = (node: Nodes) =>
  node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' || node.type === 'math' || node.type === 'inlineMath'

/** The program’s words before what stands inside of a component. */
const wordsBefore = (node: Nodes) => (isElement(node) ? constructOf(node)?.before?.(attributesOf(node)) : undefined)

const markerOf = (node: FootnoteReference, ordinals: Ordinals): Words => ({
  kind: 'marker',
  id: node.identifier,
  ordinal: ordinals.get(node) ?? 0,
})

function componentWords(node: Nodes, ordinals: Ordinals): Words | undefined {
  const ordinal = ordinals.get(node)
  if (!isElement(node) || ordinal === undefined) return undefined
  const own = textOf(node).trim()
  return constructOf(node)?.words?.(attributesOf(node), ordinal, own ? { own } : {})
}

const isBlock = (node: Nodes) => ['paragraph', 'tableCell', 'tableRow', 'listItem'].includes(node.type)

function trim(words: Words[]): Words[] {
  const tidied = words.map((part): Words => (part.kind === 'text' ? { kind: 'text', text: part.text.replace(/\s+/gu, ' ') } : part))
  const [first] = tidied
  if (first?.kind === 'text') tidied[0] = { kind: 'text', text: first.text.trimStart() }
  const end = tidied.findLastIndex((part) => part.kind !== 'marker')
  const last = tidied[end]
  if (last?.kind === 'text') tidied[end] = { kind: 'text', text: last.text.trimEnd() }
  return tidied.filter((part) => part.kind !== 'text' || part.text !== '')
}
