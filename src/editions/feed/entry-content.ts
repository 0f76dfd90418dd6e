import { type DefaultTreeAdapterTypes, serialize } from 'parse5'
import { attribute, type Element, elementsOf, parsePage } from '../html.ts'

/**
 * The text of a part with its notes, as HTML that can stand in another’s page: addresses complete, scripts and pictures
 * that need the site’s styles left out, and what waits there for a reader’s choice.
 *
 * @param page HTML of the part’s page, its links beginning at the root of the site
 * @param href path of the page from there
 * @param linkTo where a place of the site is for a reader of the feed
 */
export function contentOf(page: string, href: string, linkTo: (href: string) => string): string {
  const text = elementsOf(parsePage(page)).find((element) => classesOf(element).includes('part-text'))
  if (!text) throw new Error(`The page ${href} has no element of the class part-text: the feed has nothing to show.`)
  strip(text)
  for (const element of elementsOf(text)) {
    for (const held of element.attrs) {
      // Readers of feeds have no style sheet of ours, and take styles where they stand.
      if (held.name === 'class' && held.value === 'small-caps') Object.assign(held, { name: 'style', value: 'font-variant: small-caps' })
      if (held.name !== 'href' && held.name !== 'src') continue
      const url = new URL(held.value, `https://site.invalid${href}`)
      held.value = url.origin === 'https://site.invalid' ? linkTo(url.pathname + url.search + url.hash) : url.href
    }
  }
  return serialize(text)
}

type Parent = DefaultTreeAdapterTypes.ParentNode

const left = new Set(['script', 'svg', 'button', 'form', 'source', 'audio', 'video'])

function strip(parent: Parent) {
  parent.childNodes = parent.childNodes.filter((child) => !('tagName' in child && (left.has(child.tagName) || isHidden(child))))
  for (const child of parent.childNodes) if ('childNodes' in child) strip(child)
}

/** What waits for a reader’s choice, and what stands in the text as well. */
const isHidden = (element: Element) => attribute(element, 'hidden') !== undefined || classesOf(element).includes('pull-quote')

const classesOf = (element: Element) => attribute(element, 'class')?.split(' ') ?? []
