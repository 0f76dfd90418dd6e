import { DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom'
import { forXml } from '../../model/xml-characters.ts'

const atom = 'http://www.w3.org/2005/Atom'

/** An element of an Atom feed: its name, attributes and what stands in it, text or elements. */
export type AtomElement = {
  readonly name: string
  /** Unless it is Atom’s. */
  readonly namespace?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly content?: readonly (string | AtomElement)[]
}

/**
 * An Atom document in UTF-8 (RFC 4287), well-formed whatever its texts say: characters that XML cannot have are left
 * out. See decision 46.
 *
 * @param last what stands at its end: elements as {@link elementXml} gives them, in UTF-8
 */
export function atomXml(root: AtomElement, last: readonly Uint8Array[] = []): Buffer {
  const xml = serialized(root)
  const end = xml.lastIndexOf('</')
  const [before, after] = [`<?xml version="1.0" encoding="utf-8"?>\n${xml.slice(0, end)}`, `${xml.slice(end)}\n`]
  return Buffer.concat([Buffer.from(before), ...last, Buffer.from(after)])
}

/** An element as it stands in a document. */
export function elementXml(element: AtomElement): string {
  const xml = serialized({ name: 'feed', content: [element] })
  return xml.slice(xml.indexOf('>') + 1, xml.lastIndexOf('</'))
}

function serialized(root: AtomElement): string {
  const document = new DOMImplementation().createDocument(atom, '')
  const make = ({ name, namespace = atom, attributes = {}, content = [] }: AtomElement): Element => {
    const element = document.createElementNS(namespace, name)
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute.startsWith('xml:')) element.setAttributeNS('http://www.w3.org/XML/1998/namespace', attribute, forXml(value))
      else element.setAttribute(attribute, forXml(value))
    }
    for (const child of content) element.appendChild(typeof child === 'string' ? document.createTextNode(forXml(child)) : make(child))
    return element
  }
  document.appendChild(make(root))
  return new XMLSerializer().serializeToString(document, { requireWellFormed: true })
}
