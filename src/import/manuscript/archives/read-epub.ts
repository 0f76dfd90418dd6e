import type { Root, RootContent } from 'mdast'
import { toString as wordsInNode } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { readHtml } from '../formats/read-html.ts'
import type { ReadText } from '../read-text.ts'
import { atTop, type BookChapter, chaptersOf, entriesOfNav, entriesOfNcx } from './epub-chapters.ts'
import { openArchive } from './open-archive.ts'
import { elementsOf, readXml, wordsOf } from './read-xml.ts'

type Book = {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly textOf: (path: string) => string | undefined
  /** The files of the text, in the order of the book. */
  readonly order: readonly string[]
  readonly title: string
  /** The titles at the top of its contents. */
  readonly contents: readonly string[]
  readonly chapters: readonly BookChapter[]
}

/**
 * Reads a book for e-readers (EPUB 2 and 3) as one text, its files in the order of the book, with notes where they are linked.
 *
 * @param chapter one of its chapters, with its notes, wherever in the book they stand
 */
export function readEpub(bytes: Uint8Array, chapter?: number): ReadText | { readonly problem: string } {
  const opened = openBook(bytes)
  if ('problem' in opened) return opened
  const { files, textOf, order, title, chapters } = opened
  const pictures = new Map<string, Uint8Array>()
  const part = (path: string) => {
    const inside = /<body[^>]*>([\s\S]*)<\/body\s*>/iu.exec(openEmpty(textOf(path) ?? ''))?.[1] ?? ''
    return `<div id="${idOf(order, path)}">${withAddresses(inside, path, order, (picture) => {
      const found = files[picture]
      if (found) pictures.set(`picture/${picture}`, found)
      return found ? `picture/${picture}` : picture
    })}</div>`
  }
  const own = chapter === undefined ? order : (chapters[chapter]?.files ?? [])
  const others = chapter === undefined ? [] : order.filter((path) => !own.includes(path))
  const html = [...own.map(part), ...(others.length > 0 ? [`<p>${endOfChapter}</p>`, ...others.map(part)] : [])]
  const read = readHtml(`<article>${html.join('\n')}</article>`, { isDocument: true })
  if (chapter !== undefined) leaveOutOthers(read.tree)
  const name = chapters[chapter ?? -1]?.title ?? title
  return { ...read, ...(name !== '' && { title: name }), pictures: new Map([...pictures, ...(read.pictures ?? [])]) }
}

/** The titles of the chapters of a book, none where it is one text or cannot be read; and what else is in its contents. */
export function chaptersInEpub(bytes: Uint8Array): { readonly titles: readonly string[]; readonly others: readonly string[] } {
  const opened = openBook(bytes)
  if ('problem' in opened) return { titles: [], others: [] }
  const titles = opened.chapters.map(({ title }) => title)
  return { titles, others: opened.contents.filter((title) => !titles.includes(title)) }
}

const endOfChapter = '\uE000end of chapter\uE000'

/** Of other chapters nothing stays but the notes that this one refers to. */
function leaveOutOthers(tree: Root) {
  const end = tree.children.findIndex((node) => wordsInNode(node) === endOfChapter)
  if (end < 0) return
  const kept = tree.children.slice(0, end)
  const cited = new Set<string>()
  const notes = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const collect = (node: Root | RootContent) =>
    visit(node, 'footnoteReference', ({ identifier }) => {
      if (cited.has(identifier)) return
      cited.add(identifier)
      const note = notes.find((each) => each.identifier === identifier)
      if (note) collect(note)
    })
  collect({ type: 'root', children: kept.filter(({ type }) => type !== 'footnoteDefinition') })
  tree.children = [...kept.filter(({ type }) => type !== 'footnoteDefinition'), ...notes.filter(({ identifier }) => cited.has(identifier))]
}

function openBook(bytes: Uint8Array): Book | { readonly problem: string } {
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
  const title = wordsOf(elementsOf(book, 'dc:title')[0]).trim()
  const contents = [...items.values()].find(({ properties = '' }) => /(?:^|\s)nav(?:\s|$)/u.test(properties))
  const ncx = [...items.values()].find((item) => item['media-type'] === 'application/x-dtbncx+xml')
  const at = contents ?? ncx
  const listed = at && resolve(rootfile, at.href ?? '')
  const written = (listed && textOf(listed)) ?? ''
  const fileAt = (href: string) => resolve(listed ?? '', href.replace(/#.*$/u, ''))
  const wordsIn = (path: string) => (textOf(path) ?? '').replace(/<[^>]*>/gu, ' ').split(/\s+/u).length
  const all = contents ? entriesOfNav(written) : entriesOfNcx(written)
  const entries = atTop(all, (href) => wordsIn(fileAt(href)) < 100).flatMap(({ href, title: name }) =>
    href === undefined ? [] : [{ file: fileAt(href), title: name }],
  )
  return { files, textOf, order, title, contents: entries.map((entry) => entry.title), chapters: chaptersOf(entries, order, wordsIn) }
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
