import { copyOf } from './copy-of.ts'
import { noteOf } from './links-of-text.ts'

declare global {
  /** Previews that came with the page, in editions that cannot ask for more; by the address of their page from the root of the site. */
  var pamphletCards: Readonly<Record<string, string>> | undefined
}

const asked = new Map<string, Promise<string>>()

/** What a card for this link shows: a copy of the note, or the preview of a term or source. Fails where it cannot be had. */
export async function contentOf(link: HTMLAnchorElement): Promise<Node> {
  const note = noteOf(link)
  if (note) {
    const content = document.createDocumentFragment()
    content.append(titleOf(`Note ${note.getAttribute('value')}`, `#${note.id}`), copyOf(note))
    return content
  }
  const root = new URL(document.documentElement.dataset.root ?? '/', document.baseURI)
  // Where all pages are one, a link tells of which page it speaks.
  const page = link.dataset.page ?? `/${link.href.slice(root.href.length).replace(/(?:index\.html)?(?:#.*)?$/u, '')}`
  const content = document.createElement('template')
  content.innerHTML = await previewOf(page, root)
  // The file of a preview is a document.
  for (const inHead of content.content.querySelectorAll('meta, title')) inHead.remove()
  for (const inner of content.content.querySelectorAll<HTMLAnchorElement>('a:not([href^="#"])')) {
    inner.href = new URL(inner.getAttribute('href') ?? '', new URL(`.${page}card/`, root)).href
  }
  const copy = copyOf(content.content as unknown as HTMLElement)
  const { locator } = link.dataset
  if (locator) copy.append(line('card-locator', `Cited here: ${locator}`))
  return copy
}

/** Begins to fetch what the card will show, so that it is there when the delay is over. */
export function warm(link: HTMLAnchorElement) {
  if (!noteOf(link)) contentOf(link).catch(() => undefined)
}

function previewOf(page: string, root: URL): Promise<string> {
  const known = globalThis.pamphletCards?.[page]
  if (known) return Promise.resolve(known)
  const asking =
    asked.get(page) ??
    fetch(new URL(`.${page}card/`, root)).then((response) => {
      if (!response.ok) throw new Error(response.statusText)
      return response.text()
    })
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
