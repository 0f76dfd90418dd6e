import { entryAt } from '../../model/cards.ts'
import { siteRoot } from '../site-root.ts'

/** A link of the text, or the label of something in a drawing. */
export type CardLink = HTMLAnchorElement | SVGAElement

/** The links of the apparatus: references to notes, mentions of terms, citations of sources. */
const apparatusLinks = 'a[role=doc-noteref], a[role=doc-glossref], a[role=doc-biblioref]'

/** Links that name an entry to go to it: of a title, of what was found, of parts with notes of one’s own, of the way through the site. */
const waysThere = '.card-title a, [data-search-results] a, .own-parts a, nav a'

/**
 * The link with a card that an event happened on, if any: one of the apparatus, one to a place or an event on its list, or the
 * label of a place, an event or a term in a drawing.
 */
export function linkAt({ target }: Pick<Event, 'target'>): CardLink | null {
  const link: Element | null = target instanceof Element ? target.closest('a') : null
  if (!(link instanceof HTMLAnchorElement || link instanceof SVGAElement)) return null
  if (link.matches(apparatusLinks)) return link
  if (link.matches(waysThere)) return null
  const isEntry = link.dataset.page ?? entryAt(pathOf(link), addressOf(link).hash)
  return isEntry || (link instanceof SVGAElement && /^\/glossary\/[^/]+\/$/u.test(pathOf(link))) ? link : null
}

/** The entry in the list of notes that a reference leads to, where it is on this page. */
export function noteOf(link: CardLink): HTMLElement | null {
  if (!link.matches('[role=doc-noteref]')) return null
  const { pathname, hash } = addressOf(link)
  return pathname === location.pathname ? document.getElementById(hash.slice(1)) : null
}

/** Whose preview a link shows, as the path of its page from the root of the site. Where all pages are one, a link tells it. */
export const entryOf = (link: CardLink): string => link.dataset.page ?? entryAt(pathOf(link), addressOf(link).hash) ?? pathOf(link)

/** Where a link leads. */
export const addressOf = ({ href }: CardLink): URL => new URL(typeof href === 'string' ? href : href.baseVal, document.baseURI)

/** The path of the page that a link leads to, from the root of the site: `/places/`; nothing where it leads elsewhere. */
function pathOf(link: CardLink): string {
  const [{ href }, root] = [addressOf(link), siteRoot().href]
  return href.startsWith(root) ? `/${href.slice(root.length).replace(/(?:index\.html)?(?:#.*)?$/u, '')}` : ''
}
