import { type Finding, SearchIndex } from './search-index.ts'
import { isSearchShortcut } from './search-shortcut.ts'

const kindNames: Record<Finding['kind'], string> = { part: 'Text', note: 'Note', term: 'Glossary', source: 'Source', event: 'Timeline' }

/**
 * `<site-search data-href="address of the search engine">`: shows results while the reader types into its form.
 * On the search page the query stands in the address as `?q=`.
 */
class SiteSearch extends HTMLElement {
  #aborter = new AbortController()
  #index: SearchIndex | undefined
  #query = ''

  connectedCallback() {
    const { signal } = this.#aborter
    this.#index = new SearchIndex(new URL(this.dataset.href ?? '', document.baseURI))
    this.#input?.addEventListener('focus', () => void this.#index?.warm().catch(() => undefined), { signal })
    this.#input?.addEventListener('input', () => void this.#update(), { signal })
    this.querySelector('form')?.addEventListener('submit', (event) => this.#onSubmit(event), { signal })
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    if (!this.#isPage) return
    this.#restore()
    document.addEventListener('keydown', (event) => this.#onShortcut(event), { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #input() {
    return this.querySelector('input')
  }

  get #list() {
    return this.querySelector('[data-search-results]')
  }

  /** Whether this is the search page itself, whose address holds the query. */
  get #isPage() {
    return this.closest('dialog') === null
  }

  #restore() {
    const query = new URLSearchParams(location.search).get('q')
    if (!this.#input) return
    if (query) this.#input.value = query
    this.#input.focus()
    void this.#update()
  }

  #onShortcut(event: KeyboardEvent) {
    if (!isSearchShortcut(event)) return
    event.preventDefault()
    this.#input?.focus()
    this.#input?.select()
  }

  #onSubmit(event: SubmitEvent) {
    if (!this.#isPage) return
    event.preventDefault()
    void this.#update()
  }

  async #update() {
    const query = this.#input?.value.trim() ?? ''
    if (query === this.#query) return
    this.#query = query
    if (this.#isPage) history.replaceState(null, '', query ? `?${new URLSearchParams({ q: query })}` : location.pathname)
    if (!query) return this.#show([], '')
    try {
      const findings = await (this.#index as SearchIndex).search(query)
      // A later keystroke has asked for something else meanwhile.
      if (query !== this.#query) return
      this.#show(
        findings,
        findings.length === 0 ? `Nothing found for “${query}”.` : `${findings.length} ${findings.length === 1 ? 'result' : 'results'} for “${query}”.`,
      )
    } catch {
      this.#query = ''
      this.#show([], 'The search index could not be loaded. Try again when you are connected.')
    }
  }

  #show(findings: readonly Finding[], status: string) {
    const live = this.querySelector('[role=status]')
    if (live) live.textContent = status
    this.#list?.replaceChildren(...findings.map(itemOf))
  }

  /** Arrow keys move between the input and the results. */
  #onKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops = [this.#input, ...this.querySelectorAll<HTMLAnchorElement>('[data-search-results] a')].filter((stop) => stop !== null)
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement)
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
}

function itemOf({ kind, href, title, place, excerpt }: Finding): HTMLLIElement {
  const item = document.createElement('li')
  item.dataset.kind = kind
  const link = document.createElement('a')
  link.href = href
  link.textContent = title
  const where = document.createElement('span')
  where.className = 'place'
  where.textContent = place || kindNames[kind]
  const text = document.createElement('p')
  text.innerHTML = excerpt
  item.append(link, where, text)
  return item
}

customElements.define('site-search', SiteSearch)
