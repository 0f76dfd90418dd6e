import { parseFragment, defaultTreeAdapter as tree } from 'parse5'
import type { BookPage } from '../book-page.ts'
import { attribute, type Element, elementsOf } from '../html.ts'
import { type BookFiles, pageId, pageStarts } from './nav.ts'

/** Marks in the texts where the pages of the book on paper begin (EPUB Accessibility 1.1, §3.3). Changes the pages. */
export function markPageBreaks(files: BookFiles): void {
  const byPath = new Map(files.pages.map((page) => [page.path, page]))
  for (const [number, { path, id }] of pageStarts(files)) {
    const page = byPath.get(path)
    if (page) insert(page, id, breakFor(number))
  }
}

function insert({ main }: BookPage, id: string | undefined, mark: Element) {
  const element = id === undefined ? main : elementsOf(main).find((each) => attribute(each, 'id') === id)
  if (!element) return
  const first = element.childNodes[0]
  if (!mayHold.test(element.tagName)) {
    if (element.parentNode) tree.insertBefore(element.parentNode, mark, element)
  } else if (first) tree.insertBefore(element, mark, first)
  else tree.appendChild(element, mark)
}

/** What may begin with a mark; before others, such as lists and tables, it stands by itself. */
const mayHold = /^(?:main|p|h[1-6]|li|dd|dt|td|th|div|section|article|blockquote|figcaption|caption|aside|header|footer|span|a|em|i|b)$/u

function breakFor(page: number): Element {
  const [mark] = parseFragment(`<span role="doc-pagebreak" id="${pageId(page)}" aria-label="${page}"></span>`).childNodes
  return mark as Element
}
