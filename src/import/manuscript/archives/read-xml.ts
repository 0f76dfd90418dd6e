import { SaxesParser } from 'saxes'

/** An element of XML with the names that it is written with: `text:p`. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

type Open = XmlElement & { readonly children: (XmlElement | string)[] }

/** No document that somebody wrote nests deeper. */
const deepest = 400

/** The root of an XML document, or nothing where it is none. Entities but the five of XML, and everything outside, are not read. */
export function readXml(text: string): XmlElement | undefined {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > deepest) throw new RangeError('It nests too deep.')
  })
  parser.on('closetag', () => void open.pop())
  const say = (words: string) => void open.at(-1)?.children.push(words)
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(text.replace(/^\uFEFF/u, '')).close()
  } catch {
    return undefined
  }
  return root.children.find((child) => typeof child !== 'string')
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

/** All elements of a name below another, in the order of the document. */
export const elementsOf = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  (parent?.children ?? []).flatMap((child) =>
    isElement(child) ? [...(child.name === name ? [child] : []), ...elementsOf(child, name)] : [],
  )

/** The words of an element and all that is in it. */
export const wordsOf = (node: XmlElement | string | undefined): string =>
  node === undefined ? '' : typeof node === 'string' ? node : node.children.map(wordsOf).join('')
