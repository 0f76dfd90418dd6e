import MagicString from 'magic-string'
import { attribute, type Element, elementsOf, escapeAttribute, holdsUrl, parsePage } from '../html.ts'

export type FinishedPage = {
  readonly html: string
  /** Every URL of this site that the page names, as it stood before: from the root, or a fragment alone. */
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
}

/**
 * Rewrites the URLs of a page that begin at the root of the site, and moves the policy that Astro puts at the end of
 * the head to just after the charset, before anything it should govern. All else stays as it is, to the letter.
 */
export function finishPage(html: string, rewrite: (url: string) => string): FinishedPage {
  const edited = new MagicString(html)
  const links: string[] = []
  const ids = new Set<string>()
  let charset: Element | undefined
  for (const element of elementsOf(parsePage(html))) {
    for (const { name, value } of element.attrs) {
      const place = element.sourceCodeLocation?.attrs?.[name]
      if (name === 'id') ids.add(value)
      if (!place || !holdsUrl(name)) continue
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
