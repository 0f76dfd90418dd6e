import type { Nodes, Root } from 'mdast'
import type { ManuscriptFile, Span } from '../model/facts.ts'
import { childrenOf, isElement, spanOf } from './nodes.ts'
import { spanIn } from './yaml/span-in.ts'

/** Where a pattern stands in the words of a text, outside code and outside components of the name `except`. */
export function matchesIn(tree: Root, { text }: ManuscriptFile, pattern: RegExp, except?: string): { found: string; span: Span }[] {
  const matches: { found: string; span: Span }[] = []
  const read = (node: Nodes) => {
    if (isElement(node) && node.name === except) return
    if (node.type === 'text') {
      const { start, end } = spanOf(node)
      for (const match of text.slice(start.offset, end.offset).matchAll(pattern)) {
        matches.push({ found: match[0], span: spanIn(text, start.offset + match.index, match[0].length) })
      }
    }
    for (const child of childrenOf(node)) read(child)
  }
  read(tree)
  return matches
}
