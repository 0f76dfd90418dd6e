import { loadOpened } from '../opened.ts'

/*
 * Fetches what tells how far one has read when the page is scrolled first: until then there is nothing to tell. Whoever comes to a
 * place in the page, or back to one, may be there before this runs. See decision 141.
 */

const load = () => void import('./while-reading.ts').catch(() => undefined)

if (document.documentElement.dataset.arriving === undefined) load()
document.addEventListener(
  'scroll',
  () => {
    void loadOpened()
    load()
  },
  { once: true, passive: true },
)
