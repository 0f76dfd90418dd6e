import Slugger, { slug } from 'github-slugger'
import type { Heading, Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { attributesOf, childrenOf, isElement } from './nodes.ts'

export type MarkedHeading = { readonly node: Heading; readonly id: string; readonly isFixed: boolean }

const mark = /^\[#([^\]]*)\]\s*$/u

/**
 * The headings with their ids: the one fixed by `[#id]` at the end (a note may follow), else the slug of the text as
 * rehype-slug makes it (https://github.com/Flet/github-slugger), with a number after it where the same is on the page
 * already. Takes the mark out of the text. An id that rehype-slug will make of the words alone is left to it; every other
 * is set on the node.
 *
 * @param others ids that something else on the page has; a heading without a fixed id steps aside
 * @param published ids of headings that have been published on the page: they stay, whatever comes to it later
 */
export function markHeadings(
  tree: Root,
  others: ReadonlySet<string> = new Set(),
  published: ReadonlySet<string> = new Set(),
): readonly MarkedHeading[] {
  const found: { node: Heading; fixed: string | undefined }[] = []
  visit(tree, 'heading', (node) => void found.push({ node, fixed: takeMark(node) }))
  // What was fixed further up is not to be had by chance. What is fixed further down takes no address away: it is a mistake.
  const taken = new Set([...others].filter((id) => !published.has(id)))
  const slugger = new Slugger()
  return found.map(({ node, fixed }) => {
    const id = fixed ?? freeSlug(slugOf(node), slugger, taken)
    if (fixed !== undefined) taken.add(fixed)
    if (fixed !== undefined || id !== slugOfWords(node)) node.data = { ...node.data, hProperties: { id } }
    return { node, id, isFixed: fixed !== undefined }
  })
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

/** What rehype-slug makes of a heading the first time. It does not see what describes a picture. */
const slugOfWords = (heading: Heading) => slug(textOf(heading, { includeImageAlt: false }))

/** Where a heading has no letters of its own it is called by what its components name, and without those a “section”. */
const slugOf = (heading: Heading): string =>
  [textOf(heading), namesIn(heading)].find((words) => /[\p{L}\p{N}]/u.test(slug(words))) ?? 'section'

/** What the components in a node name, as it is typed: the id of a term or source, the day of a date. */
function namesIn(node: Nodes): string {
  const { id, julian, gregorian } = isElement(node) ? attributesOf(node) : {}
  return [id ?? julian ?? gregorian ?? '', ...childrenOf(node).map(namesIn)].filter(Boolean).join(' ')
}

function freeSlug(words: string, slugger: Slugger, taken: ReadonlySet<string>): string {
  for (;;) {
    const id = slugger.slug(words)
    if (!taken.has(id)) return id
  }
}
