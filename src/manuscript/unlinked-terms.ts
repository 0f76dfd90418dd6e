import type { Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { constructOf } from './constructs/constructs.ts'
import { attributesOf, childrenOf, isElement, spanOf } from './nodes.ts'
import { spanIn } from './yaml/span-in.ts'

/** A name and the terms that bear it: any of them may be meant. */
export type NameOfTerms = { readonly name: string; readonly terms: readonly string[] }

/**
 * Names of terms that stand in a section before the section links any of the terms that bear them. Each name is
 * reported once a section. Headings, quotations, tables, notes, links and what other components print are not asked.
 */
export function findUnlinkedTerms(tree: Root, { path, text }: ManuscriptFile, names: readonly NameOfTerms[]): Diagnostic[] {
  const bearers = new Map(names.map(({ name, terms }) => [name, terms]))
  const longestFirst = [...bearers.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  if (longestFirst.length === 0) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}-])`, 'gu')
  const diagnostics: Diagnostic[] = []
  let met = new Set<string>()
  const read = (node: Nodes, isAsked: boolean) => {
    if (node.type === 'heading' && node.depth === 2) met = new Set()
    if (isElement(node)) {
      const term = constructOf(node)?.term?.(attributesOf(node))
      if (typeof term === 'string') met.add(term)
      return
    }
    if (node.type === 'footnoteDefinition') return
    if (node.type !== 'text') {
      const isRunningText = isAsked && !['heading', 'table', 'blockquote', 'link'].includes(node.type)
      for (const child of childrenOf(node)) read(child, isRunningText)
      return
    }
    if (!isAsked) return
    const { start, end } = spanOf(node)
    const words = withoutQuotations(text.slice(start.offset, end.offset))
    for (const match of words.matchAll(pattern)) {
      const terms = bearers.get(match[0]) ?? []
      if (terms.some((term) => met.has(term))) continue
      for (const term of terms) met.add(term)
      diagnostics.push(
        diagnose('term-unlinked', path, spanIn(text, start.offset + match.index, match[0].length), {
          name: match[0],
          term: terms[0] ?? '',
        }),
      )
    }
  }
  read(tree, true)
  return diagnostics
}

/** Another’s words have no links of ours; spaces stand in for them, so that all else keeps its place. */
const withoutQuotations = (text: string) => text.replace(/“[^“”]*”/gu, (quotation) => ' '.repeat(quotation.length))
