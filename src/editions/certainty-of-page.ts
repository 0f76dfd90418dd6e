import type { DefaultTreeAdapterTypes } from 'parse5'
import { type CertaintyLevel, certaintyLevels } from '../model/certainty.ts'
import { attribute, type Document } from './html.ts'

/** How sure the statements of a page are, by the id of the paragraph or note in which each stands. */
export type PageCertainty = Readonly<Record<string, readonly CertaintyLevel[]>>

/** Reads the statements that a page marks as more or less sure. */
export function certaintyOfPage(page: Document): PageCertainty {
  const found = new Map<string, Set<CertaintyLevel>>()
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, place: string) => {
    if (!('tagName' in node)) return
    const id = attribute(node, 'id') ?? ''
    const within = /^(?:p|note)-/u.test(id) ? id : place
    const level = certaintyLevels.find((level) => level === attribute(node, 'data-certainty'))
    if (level && within) found.set(within, (found.get(within) ?? new Set()).add(level))
    for (const child of node.childNodes) visit(child, within)
  }
  for (const child of page.childNodes) visit(child, '')
  return Object.fromEntries([...found].map(([id, levels]) => [id, [...levels]]))
}
