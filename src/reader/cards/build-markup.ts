import type { Markup } from '../../model/cards.ts'

/** Markup that came as data, with the page’s scripts, and is as good as they are. */
export function buildMarkup(markup: readonly Markup[]): DocumentFragment {
  const content = document.createDocumentFragment()
  content.append(...markup.map((piece) => build(piece, html)))
  return content
}

const html = 'http://www.w3.org/1999/xhtml'
const namespaces: Record<string, string> = { svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML' }

function build(markup: Markup, within: string): Node {
  if (typeof markup === 'string') return document.createTextNode(markup)
  const [name, attributes, content] = markup
  const namespace = namespaces[name] ?? within
  const element = document.createElementNS(namespace, name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  const into = element instanceof HTMLTemplateElement ? element.content : element
  into.append(...content.map((piece) => build(piece, name === 'foreignObject' ? html : namespace)))
  return element
}
