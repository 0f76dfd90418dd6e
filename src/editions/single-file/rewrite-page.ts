import { serialize } from 'parse5'
import { entryAt } from '../../model/cards.ts'
import { attribute, type Element, elementsOf, holdsUrl, onlyOfLinks, parsePage } from '../html.ts'
import type { IdsInFile } from './unique-ids.ts'

/** Attributes that name ids of the same page, one or several. */
const idAttributes = new Set([
  'for',
  'headers',
  'list',
  'form',
  'popovertarget',
  'commandfor',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-details',
  'aria-owns',
  'aria-flowto',
  'aria-activedescendant',
  'aria-errormessage',
])

/** Where the reader of the file finds what a page holds that is left out. */
const standIns: Record<string, string> = { '/notes/': 'doc-endnotes' }

/** Where what needs a script leads without one; the published site has a page of its own. */
const unpublishedStandIns: Record<string, string> = { '/search/': 'main' }

/** Links of which the reader is shown a preview. */
const previewed = new Set(['doc-glossref', 'doc-biblioref'])

/**
 * Makes an element of a page, and all under it, a part of the single file: its ids are those of the file, links to
 * other pages lead to their places in it, headings tell their level in the whole, and links to what is not in the file
 * lead to the published site, or nowhere where nobody knows it. A link that has a preview tells in `data-page` of which page.
 *
 * @param page path of the page the element is from
 * @param address where the site is published, with a slash at its end; missing where nobody has said
 */
export function rewriteForFile(element: Element, page: string, ids: IdsInFile, address: string | undefined): void {
  for (const each of [element, ...elementsOf(element)]) {
    const added: Element['attrs'] = []
    let isLost = false
    for (const attr of each.attrs) {
      if (attr.name === 'id') attr.value = ids.get(page)?.ids.get(attr.value) ?? attr.value
      else if (idAttributes.has(attr.name)) attr.value = attr.value.replace(/\S+/gu, (id) => ids.get(page)?.ids.get(id) ?? id)
      else if (holdsUrl(attr.name) && each.tagName !== 'img' && each.tagName !== 'image') {
        const preview = each.tagName === 'a' && previewOf(each, attr.value, page)
        if (preview) added.push({ name: 'data-page', value: preview })
        const url = urlInFile(attr.value, page, ids, address)
        if (url !== undefined) attr.value = url
        else isLost = true
      } else attr.value = attr.value.replace(/url\(#([^)]+)\)/gu, (_, id: string) => `url(#${ids.get(page)?.ids.get(id) ?? id})`)
    }
    const level = /^h([1-6])$/u.exec(each.tagName)?.[1]
    if (level && page !== '/' && attribute(each, 'aria-level') === undefined)
      added.push({ name: 'aria-level', value: String(Number(level) + 1) })
    if (isLost) each.attrs = each.attrs.filter(({ name }) => !onlyOfLinks.has(name))
    each.attrs.push(...added)
  }
}

/** Of which page a link has a preview: its own where its role says so, or a place or event on another page’s list. */
function previewOf(link: Element, url: string, page: string): string | undefined {
  const { origin, pathname, hash } = new URL(url, `https://site.invalid${page}`)
  if (previewed.has(attribute(link, 'role') ?? '')) return pathname
  return origin === 'https://site.invalid' && pathname !== page ? entryAt(pathname, hash) : undefined
}

/** What is shown of a preview in the file: without ids, for what it repeats has them. */
export function rewriteCard(html: string, path: string, ids: IdsInFile, address: string | undefined): string {
  const body = elementsOf(parsePage(html)).find(({ tagName }) => tagName === 'body')
  if (!body) return ''
  for (const element of elementsOf(body)) element.attrs = element.attrs.filter(({ name }) => name !== 'id')
  for (const element of body.childNodes) if ('tagName' in element) rewriteForFile(element, path.replace(/index\.html$/u, ''), ids, address)
  return serialize(body)
}

/** The address by which the single file leads to a URL on a page of the site; nothing where it cannot. */
export function urlInFile(url: string, page: string, ids: IdsInFile, address: string | undefined): string | undefined {
  const { origin, pathname, search, hash } = new URL(url, `https://site.invalid${page}`)
  if (origin !== 'https://site.invalid') return url
  const fragment = decodeURIComponent(hash.slice(1))
  const target = ids.get(pathname.replace(/index\.html$/u, ''))
  if (target) return `#${encodeURI((fragment && target.ids.get(fragment)) || target.self)}`
  // A page that is left out says again what stands on another: its places are there.
  const sought = fragment || standIns[pathname] || (address ? undefined : unpublishedStandIns[pathname])
  const elsewhere = sought && [...ids.values()].some((other) => other.ids.get(sought) === sought)
  return elsewhere ? `#${encodeURI(sought)}` : address && new URL(`${pathname.slice(1)}${search}${hash}`, address).href
}
