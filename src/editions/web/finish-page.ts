import { createHash } from 'node:crypto'
import MagicString from 'magic-string'
import { attribute, type Element, elementsOf, escapeAttribute, holdsUrl, parsePage, urlsInSet, withUrlsInSet } from '../html.ts'

export type FinishedPage = {
  readonly html: string
  /** Every URL of this site that the page names, as it stood before: from the root, or a fragment alone. */
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
  /** Whether the page states a policy, now before anything it should govern. */
  readonly hasPolicy: boolean
}

/**
 * Rewrites the URLs of a page that begin at the root of the site, and moves the policy that Astro puts at the end of
 * the head to just after the charset, before anything it should govern; of the scripts and styles it allows by their
 * hash, those stay that are on the page. All else stays as it is, to the letter.
 *
 * @throws where the policy does not allow a script that stands on the page
 */
export function finishPage(html: string, rewrite: (url: string) => string): FinishedPage {
  const edited = new MagicString(html)
  const links: string[] = []
  const ids = new Set<string>()
  let charset: Element | undefined
  let hasPolicy = false
  const elements = elementsOf(parsePage(html))
  const hashes = new Set(elements.flatMap(hashOfInline))
  for (const element of elements) {
    for (const { name, value } of element.attrs) {
      const place = element.sourceCodeLocation?.attrs?.[name]
      if (name === 'id') ids.add(value)
      if (place && name === 'srcset') {
        const ours = (url: string) => url.startsWith('/') && !url.startsWith('//')
        links.push(...urlsInSet(value).filter(ours))
        edited.overwrite(
          place.startOffset,
          place.endOffset,
          `${name}="${escapeAttribute(withUrlsInSet(value, (url) => (ours(url) ? rewrite(url) : url)))}"`,
        )
      }
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
      const policy = element.sourceCodeLocation.attrs?.content
      const stated = attribute(element, 'content') ?? ''
      const refused = elements.find((candidate) => isRun(candidate) && !hashOfInline(candidate).every((hash) => stated.includes(hash)))
      if (refused) throw new Error('Its policy does not allow a script that stands on it.')
      const needed = stated.replace(/ '(sha256-[^']+)'/gu, (allowed, hash) => (hashes.has(hash) ? allowed : ''))
      if (policy) edited.overwrite(policy.startOffset, policy.endOffset, `content="${escapeAttribute(needed)}"`)
      if (top < startOffset) edited.move(startOffset, endOffset, top)
      hasPolicy = true
    }
  }
  return { html: edited.toString(), links, ids, hasPolicy }
}

/** Whether an element that has a hash is a script that runs, and no data. */
const isRun = (element: Element) =>
  element.tagName === 'script' && /^(?:|module|text\/javascript)$/u.test(attribute(element, 'type')?.toLowerCase() ?? '')

/**
 * The hash by which a policy allows a script or style that stands on the page
 * (https://www.w3.org/TR/CSP3/#match-element-to-source-list).
 */
function hashOfInline(element: Element): string[] {
  if (element.tagName !== 'style' && (element.tagName !== 'script' || attribute(element, 'src') !== undefined)) return []
  const text = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
  return [`sha256-${createHash('sha256').update(text).digest('base64')}`]
}
