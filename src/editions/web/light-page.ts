import { createHash } from 'node:crypto'
import { attribute, type Document, type Element, escapeAttribute } from '../html.ts'
import type { EditedPage } from './finish-page.ts'
import { type FileApart, takeApart } from './lay-apart.ts'
import { dropAddresses, shortened } from './lighten.ts'
import { lasting } from './style-rules.ts'

/** A finished page as it is published, but for its styles, which are known only once all pages are: `inlineStyles` puts them in. */
export type LightPage = {
  readonly light: AboutLight
  /** With {@link signs}; missing for a page that asks for no styles. */
  readonly unstyled?: string
}

/** What is to be known of it. */
export type AboutLight = {
  /** What elements it has, as `Presence` names them. */
  readonly present: readonly string[]
  /** Of these, what it shows only once something is opened. */
  readonly behind: readonly string[]
  /** Missing for a page that asks for no styles: the single file has them in it, most that are no more than a preview have none. */
  readonly page?: Unstyled
}

export type Unstyled = {
  /** The style sheets that it names, in their order. */
  readonly sheets: readonly { readonly href: string; readonly isInHead: boolean }[]
  /** Address of the sheet of what is opened; missing where the page has none. */
  readonly opened?: string
  /** What was taken out of it, as files. */
  readonly apart: readonly FileApart[]
}

/** Where the styles go, and the hash by which the policy allows them: no page has signs like these. */
export const signs = { styles: '\0styles\0', hash: '\0hash\0' } as const

/** Takes out of a page that is finished what it need not carry. */
export function lightPage({ document, elements, source }: EditedPage): LightPage {
  const present = presenceIn(elements)
  const shown = presenceIn(shownIn(document))
  const known = { present: [...present], behind: [...present].filter((name) => !shown.has(name)) }
  const links = elements.filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet')
  const policy = elements.find((element) => attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy')
  const place = policy?.sourceCodeLocation?.attrs?.content
  // A page without a policy is not published.
  if (links.length === 0 || !policy || !place) return { light: known }
  const opened = elements.find(({ tagName }) => tagName === 'opened-styles')
  const first = links.find(isInHead)
  for (const link of links) {
    const { startOffset = 0, endOffset = 0 } = link.sourceCodeLocation ?? {}
    if (link === first) source.update(startOffset, endOffset, `<style>${signs.styles}</style>`)
    // Where there is no file of what is opened, the sheet behind the text stays one.
    else if (isInHead(link) || opened) source.remove(startOffset, endOffset)
  }
  const stated = (attribute(policy, 'content') ?? '').replace(/style-src 'self'/u, `$& 'sha256-${signs.hash}'`)
  const allowed = shortened(elements, source).reduce((said, { from, to }) => said.replace(hashOf(from), hashOf(to)), stated)
  dropAddresses(elements, source)
  source.update(place.startOffset, place.endOffset, `content="${escapeAttribute(allowed)}"`)
  const apart = opened ? takeApart(elements, opened, source) : []
  return {
    light: {
      ...known,
      page: {
        sheets: links.map((link) => ({ href: attribute(link, 'href') ?? '', isInHead: isInHead(link) })),
        ...(opened && { opened: attribute(opened, 'data-href') ?? '' }),
        apart,
      },
    },
    unstyled: source.toString(),
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

const isInHead = ({ parentNode }: Element) => parentNode?.nodeName === 'head'

function presenceIn(elements: Iterable<Element>): Set<string> {
  const present = new Set<string>()
  for (const element of elements) {
    present.add(element.tagName.toLowerCase())
    for (const { name, value } of element.attrs) {
      if (name === 'class') for (const each of value.split(/\s+/u)) present.add(`.${each}`)
      if (name === 'id') present.add(`#${value}`)
      if (lasting.includes(name)) present.add(`${name}=${value}`)
      if (name === 'lang') present.add(`lang=${value.replace(/-.*/u, '').toLowerCase()}`)
      // What has its direction from its words may have this one.
      if (name === 'dir' && value !== 'ltr') present.add('dir=rtl')
    }
  }
  return present
}

/** The elements that show as a page arrives, or that a script may show then: none in what is opened over it, or is put there. */
function* shownIn(node: Document | Element): Generator<Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child) || child.tagName === 'template') continue
    if (child.tagName === 'dialog' || attribute(child, 'popover') !== undefined) continue
    yield child
    yield* shownIn(child)
  }
}
