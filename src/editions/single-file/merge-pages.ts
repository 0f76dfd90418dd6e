import { defaultTreeAdapter as tree } from 'parse5'
import { attribute, type Document, type Element, elementsOf } from '../html.ts'
import { nameLandmarks } from './name-landmarks.ts'
import { rewriteForFile } from './rewrite-page.ts'
import { type IdsInFile, makeUnique } from './unique-ids.ts'

/** A page of the site: its path and what was read of it. */
export type PageTree = { readonly path: string; readonly document: Document }

/**
 * Puts the text of all pages into the main element of the first, each as a section, and makes that page’s frame the
 * frame of the whole.
 *
 * @param pages in the order they shall stand in; they are changed
 * @param isFirst whether a page’s ids go before those of others: the texts’, which are cited most
 * @param address where the site is published, with a slash at its end; missing where nobody has said
 * @returns the document, and where the ids of the pages are in it
 * @throws when a page has no main element
 */
export function mergePages(
  pages: readonly PageTree[],
  isFirst: (path: string) => boolean,
  address: string | undefined,
): { document: Document; ids: IdsInFile } {
  const [start] = pages
  if (!start) throw new Error('A file of no pages cannot be made.')
  const isLeftOut = (element: Element) =>
    element.tagName === 'keep-offline' ||
    element.tagName === 'opened-styles' ||
    attribute(element, 'rel') === 'stylesheet' ||
    attribute(element, 'data-online') !== undefined ||
    attribute(element, 'data-pages') !== undefined ||
    (!address && attribute(element, 'class') === 'exports')
  for (const { document } of pages) leaveOut(document, isLeftOut)
  const parts = pages.map(({ path, document }) => ({
    path,
    document,
    root: path === start.path ? bodyOf(document) : mainOf(document, path),
  }))
  const claiming = [...parts.filter(({ path }) => isFirst(path)), ...parts.filter(({ path }) => !isFirst(path))]
  const ids = makeUnique(
    claiming.map(({ path, root }) => ({ path, ids: elementsOf(root).flatMap((element) => attribute(element, 'id') ?? []) })),
  )
  // The faces are in the file: nothing is waited for.
  htmlOf(start.document)?.attrs.push({ name: 'data-faces', value: '' })
  for (const { path, root } of parts) rewriteForFile(root, path, ids, address)
  const main = mainOf(start.document, start.path)
  const sections = parts.map(({ path, document }) => sectionOf(mainOf(document, path), ids.get(path)?.self ?? '', path))
  nameLandmarks(sections)
  main.childNodes = []
  for (const section of sections) tree.appendChild(main, section)
  return { document: start.document, ids }
}

/** The section tells which page it is, so that the permalinks of its places are those of the site. */
function sectionOf(main: Element, id: string, path: string): Element {
  const section = tree.createElement('section', main.namespaceURI, [
    { name: 'class', value: 'page-in-file' },
    { name: 'id', value: id },
    { name: 'data-path', value: path },
  ])
  for (const child of [...main.childNodes]) {
    tree.detachNode(child)
    tree.appendChild(section, child)
  }
  return section
}

/** Removes elements from a tree. */
export function leaveOut(document: Document, isUnwanted: (element: Element) => boolean): void {
  for (const element of elementsOf(document).filter(isUnwanted)) tree.detachNode(element)
}

function mainOf(document: Document, path: string): Element {
  const main = elementsOf(document).find(({ tagName }) => tagName === 'main')
  if (!main) throw new Error(`The page ${path} has no main element.`)
  return main
}

const htmlOf = (document: Document) => elementsOf(document).find(({ tagName }) => tagName === 'html')

function bodyOf(document: Document): Element {
  const body = elementsOf(document).find(({ tagName }) => tagName === 'body')
  if (!body) throw new Error('A page has no body.')
  return body
}
