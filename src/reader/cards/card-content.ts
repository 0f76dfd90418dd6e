import { say } from '../../locales/say.ts'
import type { Markup } from '../../model/cards.ts'
import { copyOf } from '../copy-of.ts'
import { coverLetters } from '../faces/cover-letters.ts'
import { siteRoot } from '../site-root.ts'
import { type CardLink, entryOf, noteOf } from './links-of-text.ts'

declare global {
  /** Previews that came with the page, in editions that cannot ask for more; by the address of their page from the root of the site. */
  var pamphletCards: Readonly<Record<string, readonly Markup[]>> | undefined
}

const asked = new Map<string, Promise<DocumentFragment>>()

/** What a card for this link shows: a copy of the note, or the preview of a term, source, place or event. Fails where it cannot be had. */
export async function contentOf(link: CardLink): Promise<Node> {
  const note = noteOf(link)
  if (note) {
    const content = document.createDocumentFragment()
    content.append(titleOf(say('preview-cards', 'note', { number: note.getAttribute('value') ?? '' }), `#${note.id}`), copyOf(note))
    return content
  }
  const root = siteRoot()
  const page = entryOf(link)
  const content = document.importNode(await previewOf(page, root), true)
  coverLetters(content.textContent)
  for (const inner of content.querySelectorAll<HTMLAnchorElement>('a:not([href^="#"])')) {
    inner.href = new URL(inner.getAttribute('href') ?? '', new URL(`.${page}card/`, root)).href
  }
  const copy = copyOf(content)
  const { locator } = link.dataset
  if (locator) copy.append(line('card-locator', say('preview-cards', 'citedHere', { locator })))
  return copy
}

/** Begins to fetch what the card will show, so that it is there when the delay is over. */
export function warm(link: CardLink) {
  if (!noteOf(link)) previewOf(entryOf(link), siteRoot()).catch(() => undefined)
}

function previewOf(page: string, root: URL): Promise<DocumentFragment> {
  const known = globalThis.pamphletCards?.[page]
  // Only editions that have them need what builds them.
  if (known) return import('./build-markup.ts').then(({ buildMarkup }) => buildMarkup(known))
  const asking = asked.get(page) ?? import('./load-markup.ts').then(({ loadMarkup }) => loadMarkup(new URL(`.${page}card/`, root)))
  asked.set(page, asking)
  // What failed once may be there when it is asked for again.
  asking.catch(() => asked.delete(page))
  return asking
}

function titleOf(words: string, href: string): HTMLElement {
  const title = line('card-title', '')
  const link = document.createElement('a')
  link.href = href
  link.textContent = words
  title.append(link)
  return title
}

function line(className: string, words: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.className = className
  paragraph.textContent = words
  return paragraph
}
