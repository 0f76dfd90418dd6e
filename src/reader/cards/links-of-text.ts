/** The links of the apparatus: references to notes, mentions of terms, citations of sources. */
const apparatusLinks = 'a[role=doc-noteref], a[role=doc-glossref], a[role=doc-biblioref]'

/** The link of the apparatus that an event happened on, if any. */
export const linkAt = ({ target }: Event): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(apparatusLinks) : null

/** The entry in the list of notes that a reference leads to, where it is on this page. */
export function noteOf(link: HTMLAnchorElement): HTMLElement | null {
  return link.matches('[role=doc-noteref]') && link.pathname === location.pathname ? document.getElementById(link.hash.slice(1)) : null
}
