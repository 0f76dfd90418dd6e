import type { FootnoteReference, Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type CertaintyLevel, certaintyLevels } from '../model/certainty.ts'
import type { Words } from '../model/facts.ts'
import { attributesOf, childrenOf, isElement } from './nodes.ts'

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
    if (node !== block && (apart.has(node) || node.type === 'footnoteDefinition')) return
    const component = node.type === 'footnoteReference' ? markerOf(node, ordinals) : componentWords(node, ordinals)
    const level = node === block ? undefined : certaintyOf(node)
    if (level) words.push({ kind: 'certainty', level })
    if (component) words.push(component)
    else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') addText(node.value)
    else if (node.type === 'break') addText(' ')
    else for (const child of childrenOf(node)) read(child)
    if (isBlock(node) && words.length > 0) addText(' ')
  }
  read(block)
  return trim(words)
}

/** How sure a statement is that is marked as more or less so; a word for it stands before the statement. */
function certaintyOf(node: Nodes): CertaintyLevel | undefined {
  if (!isElement(node) || node.name !== 'Certainty') return undefined
  const { level } = attributesOf(node)
  return certaintyLevels.find((known) => known === level)
}

const markerOf = (node: FootnoteReference, ordinals: Ordinals): Words => ({
  kind: 'marker',
  id: node.identifier,
  ordinal: ordinals.get(node) ?? 0,
})

function componentWords(node: Nodes, ordinals: Ordinals): Words | undefined {
  if (!isElement(node) || !['Term', 'Source', 'CalendarDate'].includes(node.name ?? '')) return undefined
  const ordinal = ordinals.get(node)
  if (ordinal === undefined) return undefined
  const own = textOf(node).trim()
  const ownWords = own ? { own } : {}
  const { id, julian, gregorian } = attributesOf(node)
  if (node.name === 'CalendarDate') return { kind: 'date', ordinal, written: String(julian ?? gregorian ?? ''), ...ownWords }
  if (typeof id !== 'string') return undefined
  return { kind: node.name === 'Term' ? 'term' : 'source', id, ordinal, ...ownWords }
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

/** The words without what the program supplies; what a new key and the word count go by. */
export const ownText = (words: readonly Words[]): string => words.map(ownTextOf).join('')

/** The same with each date as it is written in the manuscript; what a paragraph is known again by when it was edited. */
export const recordedText = (words: readonly Words[]): string =>
  words.map((part) => (part.kind === 'date' ? (part.own ?? part.written) : ownTextOf(part))).join('')

function ownTextOf(part: Words): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'marker') return ''
  if (part.kind === 'certainty') return `${recordedLevels[part.level]}: `
  return part.own ?? (part.kind === 'date' ? '' : part.id)
}

/** How sure a statement is, as ledgers have recorded it since version 0.1, whatever the language of the series. */
const recordedLevels = { high: 'Certain', medium: 'Uncertain', disputed: 'Disputed', low: 'Doubtful' } satisfies Record<
  CertaintyLevel,
  string
>

/** Counts words as readers do: runs of letters and digits, with the apostrophes and hyphens inside them. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[’'‑-][\p{L}\p{N}]+)*/gu)?.length ?? 0
