import { openArchive } from './open-archive.ts'
import { readHtml } from './read-html.ts'
import type { ReadText } from './read-text.ts'
import { elementsOf, readXml, wordsOf } from './read-xml.ts'

/** Reads a book for e-readers (EPUB 2 and 3) as one text, its files in the order of the book, with notes where they are linked. */
export function readEpub(bytes: Uint8Array): ReadText | { readonly problem: string } {
  const archive = openArchive(bytes)
  if ('problem' in archive) return archive
  const { files, textOf } = archive
  if (files['META-INF/rights.xml'] || /<(?:\w+:)?EncryptedData/u.test(withoutFonts(textOf('META-INF/encryption.xml') ?? '')))
    return { problem: 'the book is locked against reading by programs' }
  const rootfile = elementsOf(readXml(textOf('META-INF/container.xml') ?? ''), 'rootfile')[0]?.attributes['full-path'] ?? ''
  const book = readXml(textOf(rootfile) ?? '')
  const items = new Map(
    [...elementsOf(book, 'item'), ...elementsOf(book, 'opf:item')].map(({ attributes }) => [attributes.id ?? '', attributes] as const),
  )
  const order = [...elementsOf(book, 'itemref'), ...elementsOf(book, 'opf:itemref')].flatMap(({ attributes }) => {
    const item = items.get(attributes.idref ?? '')
    const path = item && resolve(rootfile, item.href ?? '')
    return path && !/(?:^|\s)nav(?:\s|$)/u.test(item.properties ?? '') && textOf(path) !== undefined ? [path] : []
  })
  if (order.length === 0) return { problem: 'it is no book: there is no text in it' }
  const pictures = new Map<string, Uint8Array>()
  const chapters = order.map((path) => {
    const inside = /<body[^>]*>([\s\S]*)<\/body\s*>/iu.exec(openEmpty(textOf(path) ?? ''))?.[1] ?? ''
    return `<div id="${idOf(order, path)}">${withAddresses(inside, path, order, (picture) => {
      const found = files[picture]
      if (found) pictures.set(`picture/${picture}`, found)
      return found ? `picture/${picture}` : picture
    })}</div>`
  })
  const title = wordsOf(elementsOf(book, 'dc:title')[0]).trim()
  const read = readHtml(`<article>${chapters.join('\n')}</article>`, { isDocument: true })
  return { ...read, ...(title !== '' && { title }), pictures: new Map([...pictures, ...(read.pictures ?? [])]) }
}

/** Faces are scrambled in many books, which locks nothing. */
const withoutFonts = (xml: string) =>
  xml.replace(/<(?:\w+:)?EncryptedData[\s\S]*?<\/(?:\w+:)?EncryptedData>/gu, (one) => (/obfuscation|\/fonts?\//iu.test(one) ? '' : one))

/** Elements without anything in them, which HTML knows only of some, as beginning and end. */
export const openEmpty = (xhtml: string): string =>
  xhtml.replace(/<([A-Za-z][\w:-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/gu, (whole, name: string, attributes: string) =>
    /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/iu.test(name) ? whole : `<${name}${attributes}></${name}>`,
  )

const idOf = (order: readonly string[], path: string) => `file-${order.indexOf(path) + 1}`

/** Ids and links to them by the file they are in: the same id may stand in several. */
const withAddresses = (html: string, path: string, order: readonly string[], pictureAt: (path: string) => string): string =>
  html.replace(
    /(\s)(id|name|href|src|xlink:href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
    (whole, space: string, name: string, double?: string, single?: string) => {
      const value = double ?? single ?? ''
      if (name === 'id' || name === 'name') return `${space}${name}="${idOf(order, path)}--${value}"`
      if (/^[a-z][\w+.-]*:/iu.test(value)) return whole
      const [file = '', fragment] = value.split('#')
      const target = file === '' ? path : resolve(path, file)
      if (order.includes(target)) return `${space}${name}="#${idOf(order, target)}${fragment ? `--${fragment}` : ''}"`
      return `${space}${name === 'xlink:href' ? 'src' : name}="${name === 'href' ? value : pictureAt(target)}"`
    },
  )

/** A path in the archive as a file of it names it. */
function resolve(from: string, address: string): string {
  const { pathname } = new URL(address, `epub:///${from.split('/').map(encodeURIComponent).join('/')}`)
  try {
    return decodeURIComponent(pathname).replace(/^\//u, '')
  } catch {
    return pathname.slice(1)
  }
}
