import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Document = DefaultTreeAdapterTypes.Document

/** Reads a page as a browser does in which scripts are off. */
export const parsePage = (html: string): Document => parse(html, { scriptingEnabled: false })

/** The same with the place of every element in its source, for who edits that: it takes half as long again. */
export const parseToEdit = (html: string): Document =>
  parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter: placingElements })

const placingElements: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  // Where a text ends would be written down anew at each of its words, and nobody asks.
  updateNodeSourceCodeLocation(node, end) {
    if ('tagName' in node && node.sourceCodeLocation) Object.assign(node.sourceCodeLocation, end)
  },
}

/** All elements under a node in the order of the source, those in templates included. */
export function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  const elements: Element[] = []
  addElements(node, elements)
  return elements
}

function addElements(node: DefaultTreeAdapterTypes.ParentNode, to: Element[]) {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    to.push(child)
    addElements('content' in child ? child.content : child, to)
  }
}

/** What a page shows as text; not its scripts and styles. */
export function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  let text = ''
  for (const child of node.childNodes) {
    if (child.nodeName === '#text' && 'value' in child) text += child.value
    else if ('childNodes' in child && child.nodeName !== 'script' && child.nodeName !== 'style')
      text += textOf('content' in child ? child.content : child)
  }
  return text
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value

export const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** Whether an attribute holds an address which a page leads to or loads: `href`, `data-href`, `data-index-href`. */
export const holdsUrl = (name: string): boolean => /^(?:href|src|action|poster|data-root|data-(?:[a-z]+-)*href)$/u.test(name)

/** What an `<a>` has no use for where nobody knows what it leads to: it is read as the words in it. */
export const onlyOfLinks: ReadonlySet<string> = new Set(['href', 'download', 'type', 'hreflang', 'rel', 'target', 'aria-label'])

/** The addresses of a `srcset` (https://html.spec.whatwg.org/multipage/images.html#srcset-attributes), each without what follows it. */
export const urlsInSet = (set: string): string[] => [...set.matchAll(candidate)].map(([, url = '']) => url)

/** A `srcset` with other addresses. */
export const withUrlsInSet = (set: string, rewrite: (url: string) => string): string =>
  set.replace(candidate, (whole, url: string) => whole.replace(url, () => rewrite(url)))

/** An address does not begin or end with a comma; a comma behind it, or behind what describes it, ends the candidate. */
const candidate = /(?<=^|,|\s)\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,\s]+)?\s*(?:,|$)/gu
