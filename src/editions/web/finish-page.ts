import { createHash } from 'node:crypto'
import MagicString from 'magic-string'
import {
  attribute,
  type Document,
  type Element,
  elementsOf,
  escapeAttribute,
  holdsUrl,
  parseToEdit,
  urlsInSet,
  withUrlsInSet,
} from '../html.ts'

/** A page that is edited: what it was read as, all elements of that, and its source. */
export type EditedPage = { readonly document: Document; readonly elements: readonly Element[]; readonly source: MagicString }

export function editPage(html: string): EditedPage {
  const document = parseToEdit(html)
  return { document, elements: elementsOf(document), source: new MagicString(html) }
}

/** What is known of a page that is finished. */
export type FinishedPage = {
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
 * @param page its attributes have their new values then
 * @throws where the policy does not allow a script that stands on the page
 */
export function finishPage({ elements, source }: EditedPage, rewrite: (url: string) => string): FinishedPage {
  const links: string[] = []
  const ids = new Set<string>()
  let charset: Element | undefined
  let hasPolicy = false
  const hashes = new Set(elements.flatMap(hashOfInline))
  for (const element of elements) {
    for (const held of element.attrs) {
      const { name, value } = held
      const place = element.sourceCodeLocation?.attrs?.[name]
      if (name === 'id') ids.add(value)
      if (place && name === 'srcset') {
        const ours = (url: string) => url.startsWith('/') && !url.startsWith('//')
        links.push(...urlsInSet(value).filter(ours))
        put(
          held,
          place,
          withUrlsInSet(value, (url) => (ours(url) ? rewrite(url) : url)),
          source,
        )
      }
      if (!place || !holdsUrl(name)) continue
      if (value.startsWith('/') && !value.startsWith('//')) {
        links.push(value)
        put(held, place, rewrite(value), source)
      } else if (value.startsWith('#')) links.push(value)
    }
    if (element.tagName !== 'meta' || !element.sourceCodeLocation) continue
    if (attribute(element, 'charset')) charset = element
    if (attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy' && charset?.sourceCodeLocation) {
      const { startOffset, endOffset } = element.sourceCodeLocation
      const { endOffset: top } = charset.sourceCodeLocation
      const place = element.sourceCodeLocation.attrs?.content
      const held = element.attrs.find(({ name }) => name === 'content')
      const stated = held?.value ?? ''
      const refused = elements.find((candidate) => isRun(candidate) && !hashOfInline(candidate).every((hash) => stated.includes(hash)))
      if (refused) throw new Error('Its policy does not allow a script that stands on it.')
      const needed = stated.replace(/ '(sha256-[^']+)'/gu, (allowed, hash) => (hashes.has(hash) ? allowed : ''))
      if (held && place) put(held, place, needed, source)
      if (top < startOffset) source.move(startOffset, endOffset, top)
      hasPolicy = true
    }
  }
  return { links, ids, hasPolicy }
}

/** Gives an attribute another value, in the tree and in the source. */
function put(held: Element['attrs'][number], { startOffset, endOffset }: Place, value: string, source: MagicString) {
  held.value = value
  source.overwrite(startOffset, endOffset, `${held.name}="${escapeAttribute(value)}"`)
}

type Place = { readonly startOffset: number; readonly endOffset: number }

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
