import { keep } from '../choices/kept.ts'

/**
 * Takes the words found along to the place that a link leads to. Within the tab they travel in its storage; where a page
 * may have none, or a new tab opens, in the address, from which `search-marks.ts` removes them.
 *
 * @returns what to undo when the link has been followed
 */
export function takeMarksAlong(link: HTMLAnchorElement, marked: readonly string[], isNewTab: boolean): () => void {
  // Pages on a disk may share no storage. A place on this very page is gone to, and an address with a query would load it anew.
  const isWithinTab = !isNewTab && (link.protocol !== 'file:' || link.pathname === location.pathname)
  if (isWithinTab && keep('marks', { page: link.pathname, marked }, 'sessionStorage')) return () => undefined
  const { href } = link
  const address = new URL(href)
  address.searchParams.set('mark', marked.join('~'))
  link.href = address.href
  return () => {
    link.href = href
  }
}
