import type { FootnoteDefinition, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { spanOf } from '../nodes.ts'
import type { Edit } from './edits.ts'

/** Gives notes that have numbers for ids such as are made of their words; a number without one stays. */
export type Namer = (notes: readonly FootnoteDefinition[]) => ReadonlyMap<string, string>

/** The ids of notes that are numbers, “[^1]”, as words, at the note and at each reference to it. */
export function nameNumbers(tree: Root, text: string, name: Namer): Edit[] {
  const notes: FootnoteDefinition[] = []
  visit(tree, 'footnoteDefinition', (node) => {
    if (/^\d+$/u.test(node.identifier)) notes.push(node)
  })
  if (notes.length === 0) return []
  const names = name(notes)
  const edits: Edit[] = []
  visit(tree, ['footnoteDefinition', 'footnoteReference'], (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'footnoteReference') return
    const named = names.get(node.identifier)
    const from = text.indexOf('[^', spanOf(node).start.offset) + 2
    if (named !== undefined) edits.push({ from, to: from + node.identifier.length, text: named })
  })
  return edits
}
