import Slugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

export type MarkedHeading = { readonly node: Heading; readonly id: string; readonly isFixed: boolean }

const mark = /^\[#([^\]]*)\]\s*$/u

/**
 * The headings with their ids: the one fixed by `[#id]` at the end (a note may follow), else the slug of the text as
 * rehype-slug makes it (https://github.com/Flet/github-slugger). Takes the mark out of the text and sets the id on the node.
 */
export function markHeadings(tree: Root): readonly MarkedHeading[] {
  const slugger = new Slugger()
  const headings: MarkedHeading[] = []
  visit(tree, 'heading', (node) => {
    const fixed = takeMark(node)
    // rehype-slug leaves an id that is there and makes the others by the same rule.
    if (fixed !== undefined) node.data = { ...node.data, hProperties: { id: fixed } }
    headings.push({ node, id: fixed ?? slugger.slug(textOf(node)), isFixed: fixed !== undefined })
  })
  return headings
}

function takeMark(heading: Heading): string | undefined {
  const last = heading.children.findLast(({ type }) => type !== 'footnoteReference')
  if (last?.type !== 'text') return undefined
  const at = last.value.lastIndexOf('[#')
  const found = at < 0 ? null : mark.exec(last.value.slice(at))
  if (!found) return undefined
  last.value = last.value.slice(0, at).trimEnd()
  return found[1]
}
