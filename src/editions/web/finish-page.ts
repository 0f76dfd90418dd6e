import MagicString from 'magic-string'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type FinishedPage = {
  readonly html: string
  /** Every URL of this site that the page names, as it stood before: from the root, or a fragment alone. */
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
}

const urlAttributes = new Set(['href', 'src', 'action', 'poster', 'data-href', 'data-root'])

/**
 * Rewrites the URLs of a page that begin at the root of the site, and moves the policy that Astro puts at the end of
 * the head to just after the charset, before anything it should govern. All else stays as it is, to the letter.
 */
export function finishPage(html: string, rewrite: (url: string) => string): FinishedPage {
  const edited = new MagicString(html)
  const links: string[] = []
  const ids = new Set<string>()
  let charset: DefaultTreeAdapterTypes.Element | undefined
  for (const element of elementsOf(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }))) {
    for (const { name, value } of element.attrs) {
      const place = element.sourceCodeLocation?.attrs?.[name]
      if (name === 'id') ids.add(value)
      if (!place || !urlAttributes.has(name)) continue
      if (value.startsWith('/') && !value.startsWith('//')) {
        links.push(value)
        edited.overwrite(place.startOffset, place.endOffset, `${name}="${escapeAttribute(rewrite(value))}"`)
      } else if (value.startsWith('#')) links.push(value)
    }
    if (element.tagName !== 'meta' || !element.sourceCodeLocation) continue
    if (attribute(element, 'charset')) charset = element
    if (attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy' && charset?.sourceCodeLocation) {
      const { startOffset, endOffset } = element.sourceCodeLocation
      const { endOffset: top } = charset.sourceCodeLocation
      if (top < startOffset) edited.move(startOffset, endOffset, top)
    }
  }
  return { html: edited.toString(), links, ids }
}

function* elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsOf('content' in child ? child.content : child)
  }
}

const attribute = (element: DefaultTreeAdapterTypes.Element, name: string) => element.attrs.find((candidate) => candidate.name === name)?.value

const escapeAttribute = (url: string) => url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
