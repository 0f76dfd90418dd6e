import type { FootnoteDefinition, Heading, Paragraph, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { mistakeInAddress } from '../../model/addresses.ts'
import { comparable } from './notes/note-names.ts'
import type { Loss } from './read-text.ts'

const hidden = /(?![\t\n\r])[\p{Cc}\u00AD\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFD]/gu

/** Makes of a foreign text one that a part can have. Changes the tree; what is left out is said. */
export function tidy(tree: Root, title: string, losses: Loss[]): void {
  tidyWords(tree, losses)
  tidyLinks(tree, losses)
  moveSpaces(tree)
  spreadLists(tree)
  tidyHeadings(tree, title, losses)
  tree.children = tree.children.filter((node) => node.type !== 'paragraph' || textOf(node).trim() !== '' || hasReference(node))
  citeUncited(tree, losses)
  sortNotes(tree)
}

function tidyWords(tree: Root, losses: Loss[]) {
  visit(tree, 'text', (node) => {
    if (node.value !== '') {
      const seen = node.value.replace(hidden, '')
      if (seen !== node.value)
        losses.push({ place: placeOf(node), says: `characters that nobody can see are left out beside “${seen.trim().slice(0, 40)}”` })
      node.value = seen
    }
    return undefined
  })
}

const placeOf = (node: { position?: { start: { line: number } } | undefined }) =>
  node.position ? `line ${node.position.start.line}` : 'in the text'

/** Links that lead nowhere from here are words. */
function tidyLinks(tree: Root, losses: Loss[]) {
  visit(tree, 'link', (node, at, parent) => {
    if (!parent || at === undefined) return undefined
    if (/^(?:https?|mailto):/iu.test(node.url) && mistakeInAddress(node.url) === undefined && textOf(node).trim() !== '') return undefined
    if (textOf(node).trim() !== '' && node.url !== '')
      losses.push({ place: `“${textOf(node).slice(0, 60)}”`, says: `the link to “${node.url.slice(0, 100)}” is left out; its words stay` })
    parent.children.splice(at, 1, ...node.children)
    return at
  })
}

/** Blanks at the edges of emphasis stand beside it, or Markdown would not know it; emphasis of nothing goes. */
function moveSpaces(tree: Root) {
  visit(tree, (node, at, parent) => {
    if ((node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') || !parent || at === undefined) return undefined
    const [first, last] = [node.children[0], node.children.at(-1)]
    const before = first?.type === 'text' ? (/^\s+/u.exec(first.value)?.[0] ?? '') : ''
    if (first?.type === 'text') first.value = first.value.slice(before.length)
    const after = last?.type === 'text' ? (/\s+$/u.exec(last.value)?.[0] ?? '') : ''
    if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length)
    const isEmpty = textOf(node) === '' && !hasReference(node)
    const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }])
    const kept = [...text(before), ...(isEmpty ? [] : [node]), ...text(after)] as PhrasingContent[]
    if (kept.length === 1 && kept[0] === node) return undefined
    parent.children.splice(at, 1, ...kept)
    return isEmpty ? at : at + kept.length
  })
}

function hasReference(node: Parameters<typeof visit>[0]): boolean {
  let has = false
  visit(node, 'footnoteReference', () => {
    has = true
  })
  return has
}

/** Lists that have others in them have their items apart, or Markdown may take one for a line of the other. */
function spreadLists(tree: Root) {
  visit(tree, 'list', (list) => {
    const isDeep = list.children.some(({ children }) => children.some(({ type }) => type === 'list'))
    if (!isDeep) return
    list.spread = true
    for (const item of list.children) item.spread = true
  })
}

/** Headings from the second level on, none skipped; the title is no heading again. A text without any may have bold lines for them. */
function tidyHeadings(tree: Root, title: string, losses: Loss[]) {
  removeTitle(tree, title)
  if (!tree.children.some(({ type }) => type === 'heading')) {
    tree.children = tree.children.map((node, i) => {
      const [only, ...others] = node.type === 'paragraph' ? node.children : []
      const isBold =
        only?.type === 'strong' &&
        others.length === 0 &&
        textOf(only).length < 80 &&
        !/[.,;:]$/u.test(textOf(only)) &&
        tree.children[i + 1]?.type === 'paragraph'
      if (!isBold) return node
      losses.push({ place: `“${textOf(only)}”`, says: 'the bold line is taken for a heading' })
      return { type: 'heading', depth: 2, children: only.children }
    })
  }
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  const shift = 2 - Math.min(...headings.map(({ depth }) => depth))
  let before = 1
  for (const heading of headings) {
    heading.depth = Math.min(heading.depth + shift, before + 1, 6) as Heading['depth']
    before = heading.depth
  }
  tree.children = tree.children.filter((node) => node.type !== 'heading' || textOf(node).trim() !== '')
}

/** The title at the beginning, as a line and as a heading: books have it on a page of its own as well. */
function removeTitle(tree: Root, title: string) {
  const isTitle = (node: Root['children'][number]) =>
    (node.type === 'heading' || node.type === 'paragraph') && comparable(textOf(node)) === comparable(title) && !hasReference(node)
  const isShort = (node: Root['children'][number]) => node.type === 'heading' || (node.type === 'paragraph' && textOf(node).length < 100)
  const end = tree.children.findIndex((node) => !isShort(node))
  const opening = end < 0 ? tree.children.length : end
  const first = tree.children.findIndex((node) => textOf(node).trim() !== '')
  tree.children = tree.children.filter((node, i) => !(isTitle(node) && (i === first || (i < opening && node.type === 'heading'))))
}

/** A note to which nothing points has its reference at the end. */
function citeUncited(tree: Root, losses: Loss[]) {
  const cited = new Set<string>()
  visit(tree, 'footnoteReference', ({ identifier }) => void cited.add(identifier))
  for (const note of tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')) {
    if (cited.has(note.identifier)) continue
    losses.push({
      place: `note “${textOf(note).slice(0, 60)}”`,
      says: 'nothing in the text points to this note; its reference stands at the end of the text',
    })
    const last = tree.children.findLast(({ type }) => type === 'paragraph') as Paragraph | undefined
    last?.children.push({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
  }
}

/** The notes at the end, in the order in which the text points to them. */
function sortNotes(tree: Root) {
  const order = new Map<string, number>()
  visit(tree, 'footnoteReference', ({ identifier }) => void (order.has(identifier) || order.set(identifier, order.size)))
  const isNote = (node: Root['children'][number]): node is FootnoteDefinition => node.type === 'footnoteDefinition'
  const notes = tree.children.filter(isNote).sort((a, b) => (order.get(a.identifier) ?? 0) - (order.get(b.identifier) ?? 0))
  tree.children = [...tree.children.filter((node) => !isNote(node)), ...notes]
}
