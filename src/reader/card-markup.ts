import type { Markup } from '../model/cards.ts'

/*
 * How a preview becomes a part of the page without a text being made markup there, which the policy forbids
 * (decisions/0042): over http the browser reads it as a document of its own, without scripts; an edition that cannot ask
 * for documents has it as data.
 */

/** The content of the document at an address of this site. Fails where there is none. */
export function loadMarkup(address: URL): Promise<DocumentFragment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.responseType = 'document'
    request.onload = () => {
      const body = request.status === 200 ? request.responseXML?.body : undefined
      if (body) resolve(document.importNode(harmless(body.childNodes), true))
      else reject(new Error(`${request.status} for ${address}`))
    }
    request.onerror = () => reject(new Error(`No answer from ${address}`))
    request.send()
  })
}

/** Markup that came as data. */
export const buildMarkup = (markup: readonly Markup[]): DocumentFragment => harmless(markup.map((piece) => build(piece, html)))

const html = 'http://www.w3.org/1999/xhtml'
const namespaces: Record<string, string> = { svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML' }

function build(markup: Markup, within: string): Node {
  if (typeof markup === 'string') return document.createTextNode(markup)
  const [name, attributes, content] = markup
  const namespace = namespaces[name] ?? within
  const element = document.createElementNS(namespace, name)
  for (const [attribute, value] of Object.entries(attributes)) if (!isHandler(attribute)) element.setAttribute(attribute, value)
  element.append(...content.map((piece) => build(piece, name === 'foreignObject' ? html : namespace)))
  return element
}

/** What could run, load or send something has no place in a preview; the build puts nothing of the kind there. Taken out before it comes into the page. */
function harmless(nodes: Iterable<Node>): DocumentFragment {
  const content = document.implementation.createHTMLDocument().createDocumentFragment()
  content.append(...nodes)
  for (const element of content.querySelectorAll('script, style, link, meta, base, iframe, frame, object, embed, form, animate, set')) element.remove()
  for (const element of content.querySelectorAll('*')) for (const name of element.getAttributeNames()) if (isHandler(name)) element.removeAttribute(name)
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a[href]')) if (!/^(?:https?|mailto|file):$/u.test(link.protocol)) link.removeAttribute('href')
  return content
}

const isHandler = (attribute: string) => /^(?:on|srcdoc$)/iu.test(attribute)
