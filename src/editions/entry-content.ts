import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, serialize, type TreeAdapter, defaultTreeAdapter as tree } from 'parse5'
import { attribute, type Element, escapeAttribute } from './html.ts'

/**
 * The text of a part with its notes, as HTML that can stand in another’s page: addresses complete, scripts and pictures
 * that need the site’s styles left out, and what waits there for a reader’s choice.
 *
 * @param elements of the part’s page, whose links begin at the root of the site
 * @param href path of the page from there
 * @returns with addresses of the site for {@link withLinks}; nothing where the page has no text of a part
 */
export function contentOf(elements: readonly Element[], href: string): string | undefined {
  const text = elements.find((element) => classesOf(element).includes('part-text'))
  return text && serialize(text, { treeAdapter: elsewhere(href) })
}

/** The content with its links. @param linkTo where a place of the site is for a reader of the feed, by its path from the root */
export const withLinks = (content: string, linkTo: (href: string) => string): string =>
  content.replace(/\0([^\0]*)\0/gu, (_, href: string) => escapeAttribute(linkTo(href.replaceAll('&amp;', '&'))))

/** Reads a page as it is shown where the site’s styles and scripts are not. */
const elsewhere = (href: string): TreeAdapter<DefaultTreeAdapterMap> => ({
  ...tree,
  getChildNodes: (parent) => parent.childNodes.filter((child) => !isLeft(child)),
  getAttrList: ({ attrs }) => attrs.map((held) => shownAs(held, href)),
})

const left = new Set(['script', 'svg', 'button', 'form', 'source', 'audio', 'video'])

/** Also what waits for a reader’s choice, and what stands in the text as well. */
const isLeft = (child: DefaultTreeAdapterTypes.ChildNode) =>
  'tagName' in child && (left.has(child.tagName) || attribute(child, 'hidden') !== undefined || classesOf(child).includes('pull-quote'))

type Attribute = Element['attrs'][number]

function shownAs(held: Attribute, href: string): Attribute {
  // Readers of feeds have no style sheet of ours, and take styles where they stand.
  if (held.name === 'class' && held.value === 'small-caps') return { name: 'style', value: 'font-variant: small-caps' }
  if (held.name !== 'href' && held.name !== 'src') return held
  const url = new URL(held.value, `https://site.invalid${href}`)
  return { ...held, value: url.origin === 'https://site.invalid' ? `\0${url.pathname}${url.search}${url.hash}\0` : url.href }
}

const classesOf = (element: Element) => attribute(element, 'class')?.split(' ') ?? []
