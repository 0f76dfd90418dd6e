import type { DefaultTreeAdapterTypes } from 'parse5'
import { classesOf, textOf } from '../book-page.ts'
import { attribute, type Element } from '../html.ts'
import { readMath } from './read-math.ts'
import type { Reading } from './reading.ts'
import type { Inline } from './tree.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

/** Words of a page as `book.typ` sets them. */
export function readInline(nodes: readonly Node[], reading: Reading): Inline[] {
  return nodes.flatMap((node) =>
    'value' in node ? [spaced(reading.show(node.value))] : 'tagName' in node ? readElement(node, reading) : [],
  )
}

const spaced = (text: string) => text.replace(/[ \t\n\r\f]+/gu, ' ')

const kinds = {
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  strong: 'strong',
  b: 'strong',
  th: 'strong',
  sup: 'sup',
  sub: 'sub',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  s: 'strike',
  del: 'strike',
} as const

function readElement(element: Element, reading: Reading): Inline[] {
  const { tagName } = element
  if (tagName === 'br') return [{ k: 'break' }]
  if (tagName === 'wbr') return ['\u200b']
  if (tagName === 'img' || tagName === 'svg') {
    const picture = reading.picture(element)
    return picture ? [{ k: 'picture', ...picture }] : []
  }
  if (tagName === 'math') return [readMath(element)]
  if (attribute(element, 'role') === 'doc-noteref') return [reading.note(element)]
  const inside = readInline(element.childNodes, reading)
  const anchor = anchorOf(element, reading)
  const said = inLanguage(element, inside)
  if (tagName === 'a') return [...anchor, ...linked(element, said, reading)]
  if (classesOf(element).includes('reference')) return [...anchor, ...said]
  if (classesOf(element).includes('small-caps')) return [...anchor, { k: 'small-caps', c: said }]
  const kind = Object.hasOwn(kinds, tagName) ? kinds[tagName as keyof typeof kinds] : undefined
  return [...anchor, ...(kind ? [{ k: kind, c: said }] : said)]
}

const anchorOf = (element: Element, reading: Reading): Inline[] => {
  const label = reading.labelOf(element)
  return label ? [{ k: 'anchor', id: label }] : []
}

/** Of languages written in the letters of another there are no patterns of hyphenation. */
function inLanguage(element: Element, inside: Inline[]): Inline[] {
  const tag = attribute(element, 'lang')
  const language = /^[a-z]{2,3}(?=-|$)/u.exec(tag?.toLowerCase() ?? '')?.[0]
  return tag && language ? [{ k: 'lang', l: language, h: !/-[A-Z][a-z]{3}\b/u.test(tag), c: inside }] : inside
}

/** On paper, an address in a note is written out. */
function linked(element: Element, inside: Inline[], reading: Reading): Inline[] {
  const href = attribute(element, 'href')
  if (href === undefined) return inside
  const place = reading.placeOf(href)
  const shown = attribute(element, 'data-address') ?? href
  const isWritten = reading.isInNote && /^https?:/u.test(shown) && !textOf(element).includes(shown)
  const address: Inline[] = isWritten ? [` <${shown}>`] : []
  if (place.kind === 'nowhere') return [...inside, ...address]
  return [{ k: place.kind === 'in-book' ? 'link' : 'url', to: place.to, c: inside }, ...address]
}
