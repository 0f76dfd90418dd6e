import type { FootnoteDefinition, FootnoteReference, Heading, Nodes, Root } from 'mdast'
import type { Typed } from '../constructs/construct.ts'
import { constructOf } from '../constructs/constructs.ts'
import { attributesOf, childrenOf, type Element, isElement } from '../nodes.ts'

/** A reference to a note, or a component, where it stands. */
type Found<N> = {
  readonly node: N
  /** How many of its kind there are up to it. */
  readonly ordinal: number
  /** The block with an anchor, or the note, that it stands in; else a heading or the like. */
  readonly block: Nodes | undefined
}

/** What a walk through a text comes by, in reading order: the text from top to bottom, then the notes by number. */
export type Walk = {
  /** Blocks that can be linked, each with the heading of its section. */
  readonly blocks: ReadonlyMap<Nodes, Heading | undefined>
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>
  /** The number of each note that is referred to. */
  readonly numbers: ReadonlyMap<string, number>
  readonly references: readonly Found<FootnoteReference>[]
  readonly uses: readonly (Found<Element> & { readonly typed: Typed; readonly name: string; readonly isFirst: boolean })[]
}

/**
 * Goes through a text once, in reading order, and counts. A note is numbered where it is first referred to; one that only
 * other notes refer to comes after those of the text. Of two notes with one id the first is read.
 */
export function walk(tree: Root): Walk {
  const blocks = new Map<Nodes, Heading | undefined>()
  const definitions = new Map<string, FootnoteDefinition>()
  const numbers = new Map<string, number>()
  const references: Found<FootnoteReference>[] = []
  const uses: Walk['uses'][number][] = []
  const count = counter()
  let section: Heading | undefined

  const define = (node: FootnoteDefinition) => void (definitions.has(node.identifier) || definitions.set(node.identifier, node))

  const readNode = (node: Nodes, block: Nodes | undefined, scope: string) => {
    if (node.type === 'footnoteDefinition') return define(node)
    if (node.type === 'footnoteReference') {
      if (!numbers.has(node.identifier)) numbers.set(node.identifier, numbers.size + 1)
      references.push({ node, ordinal: count(`ref-${node.identifier}`), block })
    }
    const construct = constructOf(node)
    if (isElement(node) && construct && !construct.isPlain) {
      const typed = attributesOf(node)
      const stem = construct.stem?.(typed) ?? construct.name
      const ordinal = count(stem)
      const shown = construct.shows?.(node)
      uses.push({
        node,
        ordinal,
        block,
        typed,
        name: `${stem}-${ordinal}`,
        isFirst: shown !== undefined && count(`${scope}: ${shown}`) === 1,
      })
    }
    if (!construct?.isRepeated) for (const child of childrenOf(node)) readNode(child, block, scope)
  }

  const readBlock = (node: Nodes, around: Nodes | undefined) => {
    if (node.type === 'heading') section = node
    const own = isAnchored(node, around) ? node : around
    if (own === node) blocks.set(node, section)
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'root') {
      for (const child of childrenOf(node)) readBlock(child, own)
    } else readNode(node, own ?? node, `section on line ${section?.position?.start.line}`)
  }

  for (const node of tree.children) if (node.type === 'footnoteDefinition') define(node)
  readBlock(tree, undefined)
  // A reference inside a note may name a further note: the map grows while it is read.
  for (const [id] of numbers) for (const child of definitions.get(id)?.children ?? []) readNode(child, definitions.get(id), `note ${id}`)
  return { blocks, definitions, numbers, references, uses }
}

/** Says of each thing how often it has been named. */
function counter(): (what: string) => number {
  const counts = new Map<string, number>()
  return (what) => {
    const next = (counts.get(what) ?? 0) + 1
    counts.set(what, next)
    return next
  }
}

/** Paragraphs, list items, quotations, tables and components that are blocks have an anchor, the outermost of them. */
function isAnchored(node: Nodes, around: Nodes | undefined): boolean {
  if (node.type === 'listItem') return true
  if (around !== undefined) return false
  if (node.type === 'mdxJsxFlowElement') {
    const construct = constructOf(node)
    return construct?.flows === 'block' && !construct.isRepeated
  }
  return ['paragraph', 'blockquote', 'table', 'code', 'math'].includes(node.type)
}
