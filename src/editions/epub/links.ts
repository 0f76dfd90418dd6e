import { attribute, type Element, elementsOf, holdsUrl, onlyOfLinks } from '../html.ts'

/** What links in a book may lead to. */
export type Places = {
  /** The ids on each page of the book, by its path: `/part-1/`. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>
  /** Where the site is published, with a slash at its end; missing where nobody has said. */
  readonly address: string | undefined
}

/**
 * Lets the links of a page lead to pages of the book, to the published site where the book has no such page, or
 * nowhere where nobody knows where that is; ids are such as XML can have, and what names an id that is gone is left out.
 *
 * @param path of the page: `/part-1/`
 */
export function rewriteLinks(main: Element, path: string, places: Places): void {
  const own = places.ids.get(path) ?? new Set()
  for (const element of elementsOf(main)) {
    let isLost = false
    element.attrs = element.attrs.flatMap((held) => {
      const { name, value } = held
      if (name === 'id') return [{ ...held, value: xmlId(value) }]
      if (naming.has(name)) {
        const named = value.split(/\s+/u).filter((id) => own.has(id))
        return named.length > 0 ? [{ ...held, value: named.map(xmlId).join(' ') }] : []
      }
      if (element.tagName === 'img' || !holdsUrl(name))
        return [{ ...held, value: value.replace(/url\(#([^)]+)\)/gu, (_, id: string) => `url(#${xmlId(id)})`) }]
      const url = urlInBook(value, path, places)
      if (url === undefined) isLost = true
      return url === undefined ? [] : [{ ...held, value: url }]
    })
    if (isLost && attribute(element, 'href') === undefined)
      element.attrs = element.attrs.filter(({ name }) => !onlyOfLinks.has(name) && name !== 'role' && name !== 'aria-current')
  }
}

/** Attributes that name ids of the same page. */
const naming = new Set(['aria-labelledby', 'aria-describedby', 'aria-details', 'aria-controls', 'aria-owns', 'for', 'headers'])

/** The file of a page in the book, from the folder of the texts: `part-1/index.xhtml`. */
export const fileOf = (path: string): string => `${`${path.slice(1)}${path.endsWith('/') ? 'index' : ''}`.replace(/\.html$/u, '')}.xhtml`

/** An id as XML can have it: one that begins with a digit or has other signs gets a line before it, and none of these. */
export const xmlId = (id: string): string => (/^[\p{L}_][\p{L}\p{N}_.·-]*$/u.test(id) ? id : `_${id.replace(/[^\p{L}\p{N}_.·-]/gu, '_')}`)

/** Where a URL on a page of the site leads in the book; nothing where it cannot. */
function urlInBook(url: string, page: string, { ids, address }: Places): string | undefined {
  if (!URL.canParse(url, `https://site.invalid${page}`)) return undefined
  const { origin, pathname, search, hash, href } = new URL(url, `https://site.invalid${page}`)
  if (origin !== 'https://site.invalid') return href
  const target = pathname.replace(/index\.html$/u, '')
  const there = ids.get(target)
  if (!there) return address && new URL(`${pathname.slice(1)}${search}${hash}`, address).href
  const id = decodeURIComponent(hash.slice(1))
  const fragment = there.has(id) ? `#${encodeURIComponent(xmlId(id))}` : ''
  if (target === page && fragment) return fragment
  return `${relativeFile(fileOf(page), fileOf(target))}${fragment}`
}

/** From one file of the book to another. */
export function relativeFile(from: string, to: string): string {
  const [folders, target] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < folders.length && folders[shared] === target[shared]) shared++
  return [...folders.slice(shared).map(() => '..'), ...target.slice(shared)].map(encodeURIComponent).join('/')
}
