import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'

/**
 * The text of a part with its notes, as HTML that can stand in another’s page: addresses complete, scripts and pictures
 * that need the site’s styles left out, and what waits there for a reader’s choice.
 *
 * @param page HTML of the part’s page, its links beginning at the root of the site
 * @param href path of the page from there
 * @param linkTo where a place of the site is for a reader of the feed
 */
export function contentOf(page: string, href: string, linkTo: (href: string) => string): string {
  const text = find(parse(page), (element) => classesOf(element).includes('part-text'))
  if (!text) throw new Error(`The page ${href} has no element of the class part-text: the feed has nothing to show.`)
  strip(text)
  for (const element of elementsIn(text)) {
    for (const attribute of element.attrs) {
      // Readers of feeds have no style sheet of ours, and take styles where they stand.
      if (attribute.name === 'class' && attribute.value === 'small-caps') Object.assign(attribute, { name: 'style', value: 'font-variant: small-caps' })
      if (attribute.name !== 'href' && attribute.name !== 'src') continue
      const url = new URL(attribute.value, `https://site.invalid${href}`)
      attribute.value = url.origin === 'https://site.invalid' ? linkTo(url.pathname + url.search + url.hash) : url.href
    }
  }
  return serialize(text)
}

type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

const left = new Set(['script', 'svg', 'button', 'form', 'source'])

function strip(parent: Parent) {
  parent.childNodes = parent.childNodes.filter((child) => !('tagName' in child && (left.has(child.tagName) || isHidden(child))))
  for (const child of parent.childNodes) if ('childNodes' in child) strip(child)
}

const isHidden = ({ attrs }: Element) => attrs.some(({ name }) => name === 'hidden')

function* elementsIn(parent: Parent): Generator<Element> {
  for (const child of parent.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsIn(child)
  }
}

const find = (parent: Parent, isWanted: (element: Element) => boolean) => elementsIn(parent).find(isWanted)

const classesOf = ({ attrs }: Element) => attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? []
