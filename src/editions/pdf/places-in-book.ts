import type { BookPage } from '../book-page.ts'
import { attribute, elementsOf } from '../html.ts'

/** Whether a page is that of a term or a work: in a book it is an entry of a list. */
export const isEntry = (path: string) => /^\/(?:glossary|sources)\/./u.test(path)

/** Every place of the book that may be led to: pages, and what has an id on them. */
export function placesIn(pages: readonly BookPage[]): Set<string> {
  const places = new Set(pages.map(({ path }) => path).filter((path) => !path.startsWith('/sources/') || path === '/sources/'))
  for (const { path, main } of pages) {
    if (/^\/sources\/./u.test(path)) continue
    for (const element of elementsOf(main)) {
      const [id, entry] = [attribute(element, 'id'), attribute(element, 'data-entry')]
      if (id !== undefined && !/^(?:cite|ref|quote)-/u.test(id)) places.add(`${path}#${id}`)
      if (entry !== undefined) places.add(entry)
    }
  }
  return places
}

/** Every label that is set. */
export function* labelsOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* labelsOf(each)
  else if (value && typeof value === 'object') {
    if ('id' in value && typeof value.id === 'string' && !('k' in value && value.k === 'note' && !('body' in value))) yield value.id
    for (const each of Object.values(value)) if (typeof each === 'object') yield* labelsOf(each)
  }
}

/** Links to places that were left out of the book lead to the page they were on, or nowhere. */
export function mendLinks(value: unknown, isThere: ReadonlySet<string>) {
  if (Array.isArray(value)) for (const each of value) mendLinks(each, isThere)
  else if (value && typeof value === 'object') {
    if ('k' in value && value.k === 'link' && 'to' in value && typeof value.to === 'string' && !isThere.has(value.to)) {
      const page = value.to.replace(/#.*$/u, '')
      Object.assign(value, isThere.has(page) ? { to: page } : { k: 'plain' })
    }
    for (const each of Object.values(value)) if (typeof each === 'object') mendLinks(each, isThere)
  }
}
