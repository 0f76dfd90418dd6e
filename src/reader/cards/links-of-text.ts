import { entryAt } from '../../model/cards.ts'
import { siteRoot } from '../site-root.ts'

/** The links of the apparatus: references to notes, mentions of terms, citations of sources. */
const apparatusLinks = 'a[role=doc-noteref], a[role=doc-glossref], a[role=doc-biblioref]'

/** Links that name an entry to go to it: of a title, of what was found, of parts with notes of one’s own, of the way through the site. */
const waysThere = '.card-title a, [data-search-results] a, .own-parts a, nav a'

/** The link with a card that an event happened on, if any: one of the apparatus, or one to a place or an event on its list. */
export function linkAt({ target }: Event): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a') : null
  // In drawings, links are others.
  if (!(link instanceof HTMLAnchorElement)) return null
  if (link.matches(apparatusLinks)) return link
  return !link.matches(waysThere) && (link.dataset.page ?? entryAt(pathOf(link), link.hash)) ? link : null
}

/** The entry in the list of notes that a reference leads to, where it is on this page. */
export function noteOf(link: HTMLAnchorElement): HTMLElement | null {
  return link.matches('[role=doc-noteref]') && link.pathname === location.pathname ? document.getElementById(link.hash.slice(1)) : null
}

/** Whose preview a link shows, as the path of its page from the root of the site. Where all pages are one, a link tells it. */
export const entryOf = (link: HTMLAnchorElement): string => link.dataset.page ?? entryAt(pathOf(link), link.hash) ?? pathOf(link)

/** The path of the page that a link leads to, from the root of the site: `/places/`; nothing where it leads elsewhere. */
function pathOf({ href }: HTMLAnchorElement): string {
  const root = siteRoot().href
  return href.startsWith(root) ? `/${href.slice(root.length).replace(/(?:index\.html)?(?:#.*)?$/u, '')}` : ''
}
