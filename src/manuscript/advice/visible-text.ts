import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { childrenOf, spanOf } from '../nodes.ts'

/**
 * A block of running text as it is typed, in which all that is no text (code, tags, the marks and addresses of links) is
 * overwritten by `hidden`, so that every sign keeps its place.
 */
export type VisibleText = {
  readonly node: Nodes
  readonly typed: string
  /** Where in the file it begins. */
  readonly offset: number
  /** The block that stands before it in the same container. */
  readonly before: Nodes | undefined
}

export const hidden = '\0'

const blocks = new Set(['paragraph', 'heading', 'tableCell'])

/** The blocks of running text of a tree, those of notes included. */
export function visibleTextsOf(tree: Root, text: string): VisibleText[] {
  const found: VisibleText[] = []
  const read = (node: Nodes, before: Nodes | undefined) => {
    if (blocks.has(node.type)) found.push({ node, before, ...visibleIn(node, text) })
    else {
      const children = childrenOf(node)
      for (const [i, child] of children.entries()) read(child, children[i - 1])
    }
  }
  read(tree, undefined)
  return found
}

function visibleIn(block: Nodes, text: string): { typed: string; offset: number } {
  const { start, end } = spanOf(block)
  let typed = ''
  let at = start.offset
  const read = (node: Nodes) => {
    const place = placeOf(node, text, at)
    const isBareAddress = node.type === 'link' && text[place.start] !== '['
    if (isBareAddress || (node.type === 'text' && place.start >= at)) {
      const words = text.slice(place.start, place.end)
      typed +=
        hidden.repeat(Math.max(0, place.start - at)) +
        (isBareAddress ? hidden.repeat(Math.max(0, place.end - Math.max(at, place.start))) : words)
      at = Math.max(at, place.end)
    } else for (const child of childrenOf(node)) read(child)
  }
  read(block)
  return { typed: typed + hidden.repeat(Math.max(0, end.offset - at)), offset: start.offset }
}

/** Where a node stands; the nodes around an address that GFM has found in a text have no place, and are looked for. */
function placeOf(node: Nodes, text: string, from: number): { start: number; end: number } {
  if (node.position) return { start: node.position.start.offset ?? 0, end: node.position.end.offset ?? 0 }
  const words = textOf(node)
  const start = words.trim() === '' ? -1 : text.indexOf(words, from)
  return start < 0 ? { start: from, end: from } : { start, end: start + words.length }
}

/** Lines of a block without the marks of the quotations, lists and notes it stands in; `at` counts from its beginning. */
export function linesOf(typed: string): { readonly line: string; readonly at: number }[] {
  let at = 0
  return typed.split('\n').map((whole, i) => {
    const prefix = i === 0 ? 0 : (/^[ \t]*(?:>[ \t]?)*[ \t]*/u.exec(whole)?.[0].length ?? 0)
    const line = { line: whole.slice(prefix).replace(/\r$/u, ''), at: at + prefix }
    at += whole.length + 1
    return line
  })
}

/** Whether a sign has a backslash before it that takes its meaning away. */
export const isEscaped = (text: string, at: number): boolean =>
  (/\\*$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0].length ?? 0) % 2 === 1
