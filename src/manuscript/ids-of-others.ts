import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { DocumentKind } from '../model/facts.ts'
import { furnitureIds } from '../model/page-ids.ts'
import { attributesOf, isElement } from './nodes.ts'

/** Ids of the frame of every page, and of what the program adds to pages of one kind. */
export const ownIds: Readonly<Record<DocumentKind, readonly string[]>> = {
  part: [...furnitureIds.everywhere, ...furnitureIds.part],
  term: [...furnitureIds.everywhere, ...furnitureIds.term],
  page: [...furnitureIds.everywhere, ...furnitureIds.page],
}

/**
 * The ids that something else than a heading has on the page of a text: the page itself, its notes and what refers to
 * them, citations, pictures. Those of paragraphs are left out: they are no words, and come from the ledger.
 */
export function idsOfOthers(tree: Root, kind: DocumentKind): ReadonlySet<string> {
  const ids = new Set<string>(ownIds[kind])
  const counts = new Map<string, number>()
  const addNext = (stem: string) => {
    const next = (counts.get(stem) ?? 0) + 1
    counts.set(stem, next)
    ids.add(`${stem}-${next}`)
  }
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') ids.add(`note-${node.identifier}`)
    if (node.type === 'footnoteReference') addNext(`ref-${node.identifier}`)
    if (!isElement(node)) return
    const { id } = attributesOf(node)
    if (node.name === 'Source') addNext(`cite-${id}`)
    if (node.name === 'Quotation' || node.name === 'Epigraph') addNext('quote')
    if (node.name === 'Figure' && typeof id === 'string') ids.add(id)
  })
  return ids
}
