import type { DefaultTreeAdapterTypes } from 'parse5'
import { attribute, type Document, type Element } from './html.ts'

/** A stretch of a page that has an address: a heading, a paragraph, a table, a figure. */
export type Passage = {
  readonly kind: 'heading' | 'paragraph'
  /** Its fragment; empty for what stands before the first of them. */
  readonly id: string
  /** Its number among the paragraphs, where the page numbers it. */
  readonly number?: number
  readonly text: string
  /** ISO 8601 days that it names, Gregorian. */
  readonly days: readonly string[]
}

const unread = new Set(['script', 'style', 'template', 'svg', 'nav', 'button', 'summary'])
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const blocks =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fig.*|footer|h\d|header|hr|li|ol|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)|ul)$/u

/** What holds the text of a page: of a part, of a page of the writer’s own, and the writer’s words on a page of the program’s. */
export type TextHolder = 'article' | 'page' | 'words'

const isHolder: Readonly<Record<TextHolder, (element: Element) => boolean>> = {
  article: ({ tagName }) => tagName === 'article',
  page: (element) => element.tagName === 'div' && attribute(element, 'class') === 'page',
  words: (element) => element.tagName === 'div' && attribute(element, 'class') === 'text',
}

/**
 * The text of a page in passages, in the order they stand in: without its notes, note references and drawings. Text without an
 * address of its own belongs to the passage before it.
 */
export function passagesOf(page: Document, holder: TextHolder = 'article'): Passage[] {
  const passages: { kind: Passage['kind']; id: string; number?: number; text: string; days: string[] }[] = []
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, inside: boolean) => {
    const passage = passages.at(-1)
    if (node.nodeName === '#text') {
      if (inside && passage) passage.text += (node as DefaultTreeAdapterTypes.TextNode).value
      return
    }
    if (!('tagName' in node) || (inside && isUnread(node))) return
    const isWhole = isHolder[holder](node)
    const id = attribute(node, 'id') ?? ''
    const isHeading = inside && headings.has(node.tagName)
    if (isWhole || isHeading || (inside && /^p-/u.test(id) && attribute(node, 'class') !== 'former')) {
      const number = attribute(node, 'data-paragraph')
      passages.push({ kind: isHeading ? 'heading' : 'paragraph', id, text: '', days: [], ...(number && { number: Number(number) }) })
    } else if (inside && passage && blocks.test(node.tagName)) passage.text += ' '
    if (inside && (node.tagName === 'time' || node.tagName === 'data'))
      passages.at(-1)?.days.push(attribute(node, node.tagName === 'time' ? 'datetime' : 'value') ?? '')
    for (const child of node.childNodes) visit(child, inside || isWhole)
    if (!inside) return
    const last = passages.at(-1)
    if (last && blocks.test(node.tagName)) last.text += ' '
    // What follows a heading without an address belongs to the section it heads, not to its title.
    if (isHeading) passages.push({ kind: 'paragraph', id, text: '', days: [] })
  }
  for (const child of page.childNodes) visit(child, false)
  return passages.map((passage) => ({ ...passage, text: passage.text.replace(/\s+/gu, ' ').trim() })).filter(({ text }) => text !== '')
}

/** What the program says of a text, its length and its edition, is no part of it. */
const sayings = new Set(['meta', 'imprint'])

/** Notes are records of their own; references to them stand inside of words; what is hidden waits for a reader’s choice. */
const isUnread = (element: Element) =>
  unread.has(element.tagName) ||
  sayings.has(attribute(element, 'class') ?? '') ||
  attribute(element, 'data-pagefind-ignore') !== undefined ||
  attribute(element, 'hidden') !== undefined
