import type { Page } from 'playwright/test'

/** What the search shows: what it says, what it has found, each by its kind and its address from the root, and what it offers. */
export type Found = { readonly status: string; readonly results: readonly { kind: string; at: string }[]; readonly offers: string }

/** Types the queries one after another into the box, within the page: hundreds of them, each by the hand of the test, take minutes. */
export const askAll = (page: Page, queries: readonly string[]): Promise<Found[]> =>
  page.evaluate(async (all) => {
    const search = document.querySelector('site-search') as HTMLElement
    const input = search.querySelector('input') as HTMLInputElement
    const type = (text: string) => {
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const status = () => search.querySelector('[role=status]')?.textContent ?? ''
    const says = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!status().includes(text)) return
          observer.disconnect()
          resolve()
        }
        const observer = new MutationObserver(look)
        observer.observe(search, { childList: true, subtree: true, characterData: true })
        look()
      })
    const root = new URL('../', document.baseURI).pathname
    const found: Found[] = []
    for (const query of all) {
      type('')
      type(query)
      await says(`“${query.trim()}”`)
      const results = [...document.querySelectorAll<HTMLElement>('[data-search-results] > li')].map((item) => {
        const { pathname, hash } = new URL(item.querySelector('a')?.href ?? '', document.baseURI)
        return {
          kind: item.dataset.kind ?? '',
          at: `/${pathname.slice(root.length).replace(/index\.html$/u, '')}${decodeURIComponent(hash)}`,
        }
      })
      const offers = [...document.querySelectorAll('.search-offers')]
        .map((offer) => [...offer.querySelectorAll('button')].map((button) => button.textContent).join('|'))
        .join(';')
      found.push({ status: status(), results, offers })
    }
    return found
  }, queries)
