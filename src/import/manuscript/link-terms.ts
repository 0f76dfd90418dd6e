import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import type { Loss } from './read-text.ts'

/** The names of terms that a text may link: each with the terms that bear it. */
export type NamesOfTerms = ReadonlyMap<string, ReadonlySet<string>>

/** All names of the entries of the glossary; those of concepts may begin with a small letter. */
export function namesOfTerms({ terms, kinds }: Pick<Manuscript, 'terms' | 'kinds'>): NamesOfTerms {
  const names = new Map<string, Set<string>>()
  for (const { id, file } of terms) {
    for (const name of [file.name, file.short ?? file.name, ...file.aliases, ...file.forms]) {
      const small = kinds.named.has(file.kind) ? name : name.charAt(0).toLowerCase() + name.slice(1)
      for (const one of [name, small]) names.set(one, (names.get(one) ?? new Set()).add(id))
    }
  }
  return names
}

/**
 * Links each term at its first mention in a section (decision 7 asks for no more). Headings, quotations, tables, notes,
 * links and other components are left alone, and names that several terms bear are said. Changes the tree.
 */
export function linkTerms(tree: Root, names: NamesOfTerms, losses: Loss[]): number {
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  if (longestFirst.length === 0) return 0
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}-])`, 'gu')
  let met = new Set<string>()
  const unsure = new Set<string>()
  let linked = 0
  const read = (parent: Parents) => {
    parent.children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
      if (node.type === 'heading' && node.depth === 2) met = new Set()
      if (node.type !== 'text') {
        if ('children' in node && !leftAlone.has(node.type)) read(node)
        return [node]
      }
      const pieces: PhrasingContent[] = []
      let from = 0
      for (const match of withoutQuotations(node.value).matchAll(pattern)) {
        const [term, ...others] = names.get(match[0]) ?? []
        if (term === undefined || met.has(term)) continue
        if (others.length > 0) {
          unsure.add(match[0])
          continue
        }
        met.add(term)
        linked += 1
        pieces.push({ type: 'text', value: node.value.slice(from, match.index) }, mention(term, match[0]))
        from = match.index + match[0].length
      }
      pieces.push({ type: 'text', value: node.value.slice(from) })
      return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '')
    }) as Parents['children']
  }
  read(tree)
  for (const name of unsure) losses.push({ place: `“${name}”`, says: 'is not linked: several terms have this name' })
  return linked
}

const leftAlone: ReadonlySet<string> = new Set([
  'heading',
  'table',
  'blockquote',
  'link',
  'footnoteDefinition',
  'mdxJsxTextElement',
  'mdxJsxFlowElement',
])

/** Another’s words have no links of ours. */
const withoutQuotations = (text: string) => text.replace(/“[^“”]*”/gu, (quotation) => '\0'.repeat(quotation.length))

const mention = (id: string, words: string) =>
  ({
    type: 'mdxJsxTextElement',
    name: 'Term',
    attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
    children: [{ type: 'text', value: words }],
  }) satisfies MdxJsxTextElement as unknown as PhrasingContent
