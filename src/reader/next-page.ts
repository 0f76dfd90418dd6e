/*
 * Fetches the page that a reader is about to open: the next part once its link is two windows away, and what the pointer
 * rests on or is pressed on. Not where the reader saves data, not where the device keeps the site, and no page that a
 * card has shown or in whose place the search opens over this one. See decision 55.
 */

type Connection = { readonly saveData?: boolean; readonly effectiveType?: string }

const { saveData = false, effectiveType = '4g' } = (navigator as Navigator & { connection?: Connection }).connection ?? {}
const fetched = new Set([location.pathname])

function fetchSoon({ origin, pathname, href }: HTMLAnchorElement) {
  if (origin !== location.origin || !pathname.endsWith('/') || fetched.has(pathname)) return
  fetched.add(pathname)
  const hint = document.createElement('link')
  hint.rel = 'prefetch'
  hint.href = href.replace(/#.*$/u, '')
  document.head.append(hint)
}

/**
 * Begins to watch for what will be opened, where it costs the reader nothing.
 *
 * @param target where the pointer is, or what has the focus
 */
export function fetchAhead(target: EventTarget | null) {
  if (saveData || effectiveType !== '4g' || location.protocol === 'file:' || navigator.serviceWorker?.controller) return
  const linkAt = ({ target }: Pick<Event, 'target'>) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]:not([role], .search-link)') : null
  let resting: ReturnType<typeof setTimeout> | undefined
  const rest = (event: Pick<Event, 'target'>) => {
    clearTimeout(resting)
    const link = linkAt(event)
    if (link) resting = setTimeout(() => fetchSoon(link), 80)
  }
  rest({ target })
  document.addEventListener('pointerover', rest)
  document.addEventListener('pointerdown', (event) => {
    const link = linkAt(event)
    if (link) fetchSoon(link)
  })
  const next = document.querySelector<HTMLAnchorElement>('a[rel=next]')
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && next && fetchSoon(next), { rootMargin: '0px 0px 200%' })
  if (next) observer.observe(next)
}
