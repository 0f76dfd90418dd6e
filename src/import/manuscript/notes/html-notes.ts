import type { Element, ElementContent, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { shapeHtmlNotes } from './html-shapes.ts'
import { isHeadingOfNotes } from './note-runs.ts'

const mark = /^[\s[(^]*(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z]|[ivxlc]{1,6})[\s\])^.]*$/u
const arrow = /^(?:\P{L}|back|jump up|zurück|return)*$/iu

type Place = { readonly parent: Element | Root | undefined; readonly order: number }

/**
 * Makes references and notes of links that lead from a number in the text to a place behind it, as saved pages, Google Docs,
 * WordPress, Substack and Word’s own export have them: `pamphlet-reference` and `pamphlet-note`, the notes at the end.
 */
export function linkHtmlNotes(main: Root | Element): void {
  shapeHtmlNotes(main)
  const places = new Map<Nodes, Place>()
  const byId = new Map<string, Element>()
  visit(main, (node, _, parent) => {
    places.set(node, { parent: parent as Element | Root | undefined, order: places.size })
    if (node.type === 'element')
      for (const id of [node.properties.id, node.properties.name]) if (typeof id === 'string' && !byId.has(id)) byId.set(id, node)
  })
  const orderOf = (node: Nodes) => places.get(node)?.order ?? 0
  const links = elements(main, 'a').flatMap((link) => {
    const fragment = /#([^#]+)$/u.exec(String(link.properties.href ?? ''))?.[1]
    const target = fragment === undefined ? undefined : (byId.get(fragment) ?? byId.get(decode(fragment)))
    return target ? [{ link, target, leadsOn: orderOf(target) > orderOf(link) || isRepeated(link) }] : []
  })
  const references = links.filter(({ link, leadsOn }) => leadsOn && isReference(link))
  if (references.length === 0) return
  const targets = new Set(references.map(({ target }) => target))
  const containers = new Map([...targets].map((target) => [target, containerOf(target, targets, places)] as const))
  const backLinks = new Set(
    links
      .filter(
        ({ link, leadsOn }) =>
          !leadsOn &&
          (mark.test(textOf(link)) ||
            arrow.test(textOf(link)) ||
            /back/iu.test(String(link.properties.className ?? link.properties.role ?? ''))),
      )
      .map(({ link }) => link),
  )
  const names = new Map([...containers.values()].map((container, i) => [container, `n${i + 1}`]))
  for (const { link, target } of references) {
    const container = containers.get(target)
    const note = container && names.get(container)
    if (note === undefined) continue
    const parent = places.get(link)?.parent
    const isAlone = parent?.type === 'element' && parent.tagName === 'sup' && textOf(parent).trim() === textOf(link).trim()
    replace(isAlone ? parent : link, element('pamphlet-reference', { note }), places)
  }
  const notes = [...names].map(([container, note]) => {
    const inside = withoutBackLinks(container, backLinks)
    removeLabel(inside)
    remove(container, places)
    return element('pamphlet-note', { note }, container.tagName === 'p' ? [element('p', {}, inside.children)] : inside.children)
  })
  prune(main)
  const siblings = main.children as Element[]
  siblings.push(...notes)
}

/** A note that another points to, where the reader of the document has said so. */
const isRepeated = ({ properties }: Element) => String(properties.className ?? '') === 'repeated-noteref'

const isReference = (link: Element) =>
  link.properties.role === 'doc-noteref' || /footnote|noteref|endnote/iu.test(String(link.properties.className ?? ''))
    ? textOf(link).trim().length < 8
    : mark.test(textOf(link))

/** All that belongs to a note: an item of a list, a block of its own, or the paragraph that begins with its number. */
function containerOf(target: Element, targets: ReadonlySet<Element>, places: ReadonlyMap<Nodes, Place>): Element {
  const above: Element[] = []
  for (let node: Element | Root | undefined = target; node?.type === 'element'; node = places.get(node)?.parent) above.push(node)
  const isOwn = (node: Element) => elementsIn(node).filter((inside) => targets.has(inside)).length === 1
  const own = above.filter((node) => isOwn(node) && node.tagName !== 'body')
  const block = own.find(({ tagName }) => tagName === 'p')
  // Google Docs: a box of its own that begins with the note’s first paragraph.
  const box = block && own.find((node) => node.tagName === 'div' && textOf(node).trim().startsWith(textOf(block).trim()))
  return (
    own.find(({ tagName }) => tagName === 'li' || tagName === 'dd') ??
    box ??
    own.find((node) => node.tagName === 'div' && /footnote|endnote/iu.test(String(node.properties.className ?? ''))) ??
    own
      .filter(({ tagName }) => tagName === 'p' || tagName === 'div' || tagName === 'aside' || tagName === 'blockquote')
      .find((node) => node.tagName !== 'div' || own.length < 4) ??
    own[0] ??
    target
  )
}

function withoutBackLinks(node: Element, backLinks: ReadonlySet<Element>): Element {
  const children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (backLinks.has(child)) return []
    const inside = withoutBackLinks(child, backLinks)
    return textOf(child) !== '' &&
      textOf(inside).trim() === '' &&
      inside.tagName !== 'pamphlet-reference' &&
      !inside.children.some(({ type }) => type === 'element')
      ? []
      : [inside]
  })
  return { ...node, children }
}

/** The number before a note’s words, where it is not a link. */
function removeLabel(note: Element): boolean {
  for (const child of note.children) {
    if (child.type === 'text') {
      if (child.value.trim() === '') continue
      child.value = child.value.replace(/^\s*(?:\^\s*)?(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.):](?=\s)|[¹²³⁰⁴-⁹]+)?\s*/u, '')
      return true
    }
    if (child.type !== 'element' || child.tagName === 'pamphlet-reference') return true
    if (child.tagName === 'sup' && mark.test(textOf(child))) {
      child.children = []
      child.tagName = 'span'
      continue
    }
    if (removeLabel(child)) return true
  }
  return false
}

/** Lists and sections that have nothing in them any more, with the heading and the line before them. */
function prune(main: Root | Element) {
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    visit(main, 'element', (node, at, parent) => {
      const isEmpty =
        ['ol', 'ul', 'section', 'div', 'aside', 'dl', 'li', 'p', 'hr', 'span'].includes(node.tagName) &&
        textOf(node).trim() === '' &&
        elementsIn(node).every(({ tagName }) => !['img', 'pamphlet-reference', 'table', 'br'].includes(tagName))
      const isHeading =
        /^h[1-6]$/u.test(node.tagName) &&
        isHeadingOfNotes(textOf(node)) &&
        parent?.children.slice((at ?? 0) + 1).every((next) => textOf(next).trim() === '')
      const isLastRule = node.tagName === 'hr' && parent?.children.slice((at ?? 0) + 1).every((next) => textOf(next).trim() === '')
      if (at === undefined || !parent || !((isEmpty && node.tagName !== 'hr') || isHeading || isLastRule)) return undefined
      parent.children.splice(at, 1)
      hasChanged = true
      return at
    })
  }
}

const element = (tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const textOf = (node: Nodes): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')

function elementsIn(node: Element | Root): Element[] {
  const found: Element[] = []
  visit(node, 'element', (inside) => void found.push(inside))
  return found
}

const elements = (node: Element | Root, tagName: string) => elementsIn(node).filter((inside) => inside.tagName === tagName)

function replace(node: Nodes, by: Element, places: ReadonlyMap<Nodes, Place>) {
  const siblings = places.get(node)?.parent?.children as Nodes[] | undefined
  const at = siblings?.indexOf(node) ?? -1
  if (at >= 0) siblings?.splice(at, 1, by)
}

function remove(node: Nodes, places: ReadonlyMap<Nodes, Place>) {
  const siblings = places.get(node)?.parent?.children as Nodes[] | undefined
  const at = siblings?.indexOf(node) ?? -1
  if (at >= 0) siblings?.splice(at, 1)
}

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
