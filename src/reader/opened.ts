declare global {
  /** Scripts that are bundled apart ask for all of it once. */
  var pamphletOpened: Promise<void> | undefined
}

const holder = () => document.querySelector<HTMLElement>('opened-styles')

/** Whether all that `loadOpened` would fetch is there. */
export const isOpenedThere = () => {
  const { href, there } = holder()?.dataset ?? {}
  return !href || there !== undefined
}

/**
 * What is wanted only once something is opened, whose addresses the page holds: styles, the words that only scripts say, and
 * what stands in panels. It is there before it is shown, or, where it cannot be had, is shown without. See decision 129.
 */
export function loadOpened(): Promise<void> {
  globalThis.pamphletOpened ??= load(holder())
  return globalThis.pamphletOpened
}

async function load(place: HTMLElement | null) {
  // Where all is in one file, they are too.
  if (!place?.dataset.href) return
  const { apartHref } = place.dataset
  try {
    await Promise.all([loadOpenedStyles(), apartHref && import('./load-apart.ts').then((apart) => apart.loadApart(apartHref))])
    place.dataset.there = ''
  } catch {
    // Asked for again the next time.
    globalThis.pamphletOpened = undefined
  }
}

/** The styles alone. @throws where they cannot be had */
export function loadOpenedStyles(): Promise<unknown> {
  const place = holder()
  const { href } = place?.dataset ?? {}
  const link = place?.querySelector<HTMLLinkElement>(`link[href="${href}"]`) ?? document.createElement('link')
  if (!place || !href || link.sheet) return Promise.resolve()
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', () => {
      link.remove()
      reject()
    })
    if (link.isConnected) return
    link.rel = 'stylesheet'
    link.href = href
    place.append(link)
  })
}
