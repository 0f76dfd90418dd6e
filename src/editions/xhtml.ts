import type { DefaultTreeAdapterTypes } from 'parse5'
import { forXml } from '../model/xml-characters.ts'
import type { Element } from './html.ts'

const xhtml = 'http://www.w3.org/1999/xhtml'
const svg = 'http://www.w3.org/2000/svg'
const xlink = 'http://www.w3.org/1999/xlink'

/** Writes an element as XML: the element of a page of XHTML that says `xmlns:epub` at its root. */
export function writeXhtml(element: Element, outer = xhtml): string {
  const namespace =
    element.namespaceURI === outer ? '' : ` xmlns="${element.namespaceURI}"${element.namespaceURI === svg ? ` xmlns:xlink="${xlink}"` : ''}`
  const attributes = element.attrs.map((held) => ` ${nameOf(element, held)}="${escapeXml(held.value)}"`).join('')
  const inside = element.childNodes.map((child) => writeNode(child, element.namespaceURI)).join('')
  const isVoid = inside === '' && (element.namespaceURI !== xhtml || voids.has(element.tagName))
  return isVoid
    ? `<${element.tagName}${namespace}${attributes}/>`
    : `<${element.tagName}${namespace}${attributes}>${inside}</${element.tagName}>`
}

function writeNode(node: DefaultTreeAdapterTypes.ChildNode, outer: string): string {
  if ('tagName' in node) return writeXhtml(node, outer)
  return 'value' in node ? escapeXml(node.value) : ''
}

/** SVG 1.1, which older readers know, has links in a namespace of their own. */
function nameOf(element: Element, { prefix, name }: Element['attrs'][number]): string {
  if (prefix) return `${prefix}:${name}`
  if (element.namespaceURI === svg && name === 'href') return 'xlink:href'
  return name === 'lang' && element.namespaceURI === svg ? 'xml:lang' : name
}

const voids = new Set(['br', 'hr', 'img', 'col', 'wbr', 'area', 'embed', 'input', 'link', 'meta', 'source', 'track'])

export const escapeXml = (text: string): string =>
  forXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
