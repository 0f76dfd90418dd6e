import type { Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { childrenOf, isElement, spanOf } from './nodes.ts'
import { spanIn } from './yaml/span-in.ts'

/**
 * Names of several words that a text writes with other capitals than their entry: “Liteiny bridge” for “Liteiny Bridge”.
 * A capital or small letter at the beginning of the name is left to the sentence, and quotations to whom they quote.
 *
 * @param names as their entries have them
 * @param others what else an entry is called, which is right as it stands
 */
export function findMisspeltNames(
  tree: Root,
  { path, text }: ManuscriptFile,
  names: readonly string[],
  others: ReadonlySet<string>,
): Diagnostic[] {
  const byLowerCase = new Map(names.filter(isProperName).map((name) => [name.toLowerCase(), name]))
  if (byLowerCase.size === 0) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${[...byLowerCase.values()].map(literally).join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
  const read = (node: Nodes): Diagnostic[] => {
    if (node.type === 'blockquote' || (isElement(node) && /^(?:Quotation|Epigraph)$/u.test(node.name ?? ''))) return []
    if (node.type !== 'text') return childrenOf(node).flatMap(read)
    const { start, end } = spanOf(node)
    const words = text.slice(start.offset, end.offset).replace(/“[^“”]*”/gu, (quotation) => ' '.repeat(quotation.length))
    return [...words.matchAll(pattern)].flatMap((match) => {
      const name = byLowerCase.get(match[0].toLowerCase())
      if (name === undefined || match[0].slice(1) === name.slice(1) || others.has(match[0])) return []
      return [diagnose('name-spelling', path, spanIn(text, start.offset + match.index, match[0].length), { found: match[0], name })]
    })
  }
  return read(tree)
}

/** Of several words, with a capital after the first. */
const isProperName = (name: string) => /\s\p{Lu}/u.test(name)

const literally = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
