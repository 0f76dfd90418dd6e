import { say } from '../../locales/say.ts'
import { resultKinds, type SearchedLanguage } from '../../model/search.ts'
import { afterPaint } from '../after-paint.ts'
import { keep, kept } from '../choices/kept.ts'
import { coverLetters, coverTyped } from '../faces/cover-letters.ts'
import { loadOpened } from '../opened.ts'
import { takeMarksAlong } from './found-link.ts'
import { countOf } from './rank-results.ts'
import { keepRecent, recentOffers } from './recent-queries.ts'
import { filtersOf } from './search-filters.ts'
import { keepScope, languagesRow, lastScope, otherLanguages, remarksOn, type Scope } from './search-languages.ts'
import { messageOf, offersOf } from './search-messages.ts'
import { element, type Filter, listsOf, passes } from './search-results.ts'
import { supplierFor } from './search-supplier.ts'
import { type Found, SearchedSites } from './searched-sites.ts'

/**
 * `<site-search data-href="address of search.json, or of the engine">`: shows results while the reader types into its form. On the search
 * page the query and the filter stand in the address as `?q=…&kind=…&part=…&certainty=…&languages=all`.
 */
class SearchBox extends HTMLElement {
  #aborter = new AbortController()
  #sites: Promise<SearchedSites> | undefined
  /** What is shown: of this language first. */
  #found: readonly Found[] = []
  #unreached: readonly SearchedLanguage[] = []
  #filter: Filter = {}
  #scope: Scope = lastScope()
  #canAskOthers = true
  #asked = ''
  #isOpen = false

  connectedCallback() {
    void loadOpened()
    const { signal } = this.#aborter
    const on = (target: EventTarget, type: string, does: (event: never) => void) =>
      target.addEventListener(type, does as EventListener, { signal })
    on(this, 'focusin', () => {
      void this.#open().catch(() => undefined)
      void this.#offerRecent()
    })
    on(this, 'input', () => void this.#ask())
    on(this, 'submit', (event: SubmitEvent) => this.#onSubmit(event))
    on(this, 'keydown', (event: KeyboardEvent) => this.#onKey(event))
    on(this, 'click', (event: MouseEvent) => this.#onClick(event))
    on(this, 'auxclick', (event: MouseEvent) => this.#onClick(event))
    if (this.#dialog) on(this.#dialog, 'beforetoggle', ({ newState }: ToggleEvent) => newState === 'open' && void this.#showResultsSoon())
    else
      on(window, 'popstate', () => {
        this.#scope = 'own'
        this.#restore()
      })
    if (this.#dialog) this.#recall()
    // Something may have been typed before this was there.
    else this.#restore(this.#input.value)
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #input() {
    return this.querySelector('input') as HTMLInputElement
  }

  /** The overlay it stands in; the search page has none, and keeps its state in the address. */
  get #dialog() {
    return this.closest('dialog')
  }

  #open(): Promise<SearchedSites> {
    this.#sites ??= supplierFor(new URL(this.dataset.href ?? '', document.baseURI))
      .then((supplier) => {
        this.#canAskOthers = supplier.reachesOthers
        return SearchedSites.open(supplier)
      })
      .catch((error) => {
        this.#sites = undefined
        throw error
      })
    void this.#sites.then(
      () => {
        this.#isOpen = true
      },
      () => undefined,
    )
    return this.#sites
  }

  /** While nothing is asked, what was asked before; the box is painted before it. */
  async #offerRecent() {
    await Promise.all([loadOpened(), afterPaint()])
    if (this.#input.value.trim() || this.#results.childElementCount > 0) return
    this.#results.replaceChildren(...recentOffers((query) => this.#replace(query)))
  }

  /** Takes up what the address says. */
  #restore(typed = '') {
    const address = new URLSearchParams(location.search)
    this.#input.value = address.get('q') ?? typed
    this.#filter = {
      kind: resultKinds.find((kind) => kind === address.get('kind')),
      part: address.get('part') ?? undefined,
      certainty: address.get('certainty') ?? undefined,
    }
    if (address.get('languages') === 'all') this.#scope = 'all'
    this.#input.focus()
    void this.#ask(!typed || address.has('q'))
  }

  /** Takes up what was asked last in this visit, unless something has been typed while this was loading. */
  #recall() {
    if (!this.#input.value) {
      const last = kept('search', 'sessionStorage')
      this.#input.value = typeof last === 'string' ? last : ''
      this.#input.select()
    }
    void this.#ask()
  }

  async #ask(isRestored = false) {
    const query = this.#input.value.trim()
    if (query === this.#asked && !isRestored) return
    if (!isRestored && this.#asked) this.#filter = {}
    this.#asked = query
    // The letter stands in the box before anything is looked for; who types on meanwhile asks for something else.
    if (!isRestored) await afterPaint()
    if (query !== this.#asked) return
    coverTyped(query)
    keep('search', query, 'sessionStorage')
    if (!isRestored) this.#writeAddress('replaceState')
    if (!query) {
      this.#clear('')
      return this.#offerRecent()
    }
    try {
      if (!this.#isOpen) this.#say(say('site-search', 'searching'))
      const sites = await this.#open()
      if (query !== this.#asked) return
      const found = await sites.answer(query)
      // A later keystroke has asked for something else meanwhile.
      if (query === this.#asked) await this.#showAll(sites, found)
    } catch (error) {
      console.error(error)
      this.#asked = ''
      this.#clear(say('site-search', 'notLoaded'))
    }
  }

  /** Shows what was found, and what other languages of the series have: where they are asked for, or this one has nothing. */
  async #showAll(sites: SearchedSites, own: readonly Found[]) {
    const [query, scope] = [this.#asked, this.#scope]
    ;[this.#found, this.#unreached] = [own, []]
    const hasNothing = own.every(({ answer }) => answer.matches.length === 0)
    const languages = this.#canAskOthers && (scope === 'all' || hasNothing) ? otherLanguages() : []
    if (languages.length === 0 || !hasNothing) await this.#show()
    if (languages.length === 0) return
    const others = await Promise.allSettled(languages.map((language) => sites.answerIn(language, query)))
    if (query !== this.#asked || scope !== this.#scope) return
    this.#found = [...own, ...others.flatMap((other) => (other.status === 'fulfilled' ? [other.value] : []))]
    this.#unreached = languages.filter((_, i) => others[i]?.status === 'rejected')
    await this.#show()
  }

  async #show() {
    await this.#findWhole()
    const all = this.#found
    const [own] = all
    if (!own) return
    await loadOpened()
    const choose = (filter: Filter) => this.#choose(filter)
    const lists = await listsOf(all, this.#filter, choose)
    if (own.answer.query !== this.#asked || all !== this.#found) return
    const chosen = this.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.choice : undefined
    const shown = all.map(({ answer }) => countOf(answer, (match) => passes(match, this.#filter)))
    const count = shown.reduce((sum, one) => sum + one, 0)
    const isElsewhere = count > 0 && all.every(({ language }, i) => language !== undefined || shown[i] === 0)
    this.#say(messageOf(own.answer, count, remarksOn(isElsewhere, this.#unreached)))
    coverLetters(lists.map(({ textContent }) => textContent).join(''))
    this.#results.replaceChildren(
      ...languagesRow(otherLanguages(), this.#canAskOthers, this.#scope, (scope) => this.#look(scope)),
      ...offersOf(own.answer, (query) => this.#replace(query)),
      ...filtersOf(
        all.map(({ answer }) => answer),
        this.#filter,
        choose,
      ),
      ...lists,
    )
    if (chosen) this.querySelector<HTMLElement>(`[data-choice="${chosen}"]`)?.focus()
  }

  /** Whoever looks at results of one kind or part sees more of them than come first. */
  async #findWhole() {
    const [first, { part }] = [this.#found, this.#filter]
    // An address may name a part that is gone, or by its slug where very many have numbers.
    if (!first.some(({ engine }) => engine.manifest.parts.some(({ slug }) => slug === part)))
      this.#filter = { ...this.#filter, part: undefined }
    if (Object.values(this.#filter).every((choice) => choice === undefined) || !first.some(({ answer }) => answer.counts)) return
    const sites = await this.#open()
    const whole = await Promise.all(first.map((found) => sites.wholly(found)))
    if (this.#found === first) this.#found = whole
  }

  /** Looks in this language, or in all. */
  #look(scope: Scope) {
    this.#scope = scope
    keepScope(scope)
    this.#writeAddress('pushState')
    const own = this.#found.filter(({ language }) => !language)
    void this.#open().then((sites) => this.#showAll(sites, own))
  }

  #choose(filter: Filter) {
    this.#filter = filter
    this.#writeAddress('pushState')
    void this.#show()
  }

  #replace(query: string) {
    this.#input.value = query
    this.#input.focus()
    void this.#ask()
  }

  /** What was found last is many lines: the box is painted before them. */
  async #showResultsSoon() {
    this.#results.hidden = true
    await afterPaint()
    this.#results.hidden = false
  }

  #clear(message: string) {
    this.#found = []
    this.#say(message)
    this.#results.replaceChildren()
  }

  get #results(): HTMLElement {
    return this.querySelector<HTMLElement>('.search-results') ?? this.appendChild(element('div', { class: 'search-results' }))
  }

  #say(message: string) {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = message
  }

  #writeAddress(how: 'pushState' | 'replaceState') {
    if (this.#dialog) return
    const { kind, part, certainty } = this.#filter
    const state = new URLSearchParams({
      ...(this.#asked && { q: this.#asked }),
      ...(kind && { kind }),
      ...(part && { part }),
      ...(certainty && { certainty }),
      ...(this.#scope === 'all' && { languages: 'all' }),
    })
    history[how](null, '', state.size > 0 ? `?${state}` : location.pathname)
  }

  #onSubmit(event: SubmitEvent) {
    keepRecent(this.#input.value.trim())
    if (this.#dialog) return
    event.preventDefault()
    this.#writeAddress('pushState')
    void this.#ask()
  }

  /** Arrow keys move between the box and the results; Esc closes the overlay, where a browser would only empty the box. */
  #onKey(event: KeyboardEvent) {
    if (event.key === 'Escape' && this.#dialog) {
      event.preventDefault()
      return this.#dialog.close()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops = [this.#input, ...this.querySelectorAll<HTMLAnchorElement>('[data-search-results] a')]
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement)
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }

  #onClick(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-marked]') : null
    if (!link || event.button > 1) return
    keepRecent(this.#asked)
    const marked: string[] = JSON.parse(link.dataset.marked ?? '[]')
    const isNewTab = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    setTimeout(takeMarksAlong(link, marked, isNewTab))
    if (isNewTab || link.pathname !== location.pathname) return
    // A place on this very page: nothing is loaded, the overlay gives way.
    this.#dialog?.close()
    setTimeout(() => dispatchEvent(new Event('pamphlet-found')))
  }
}

customElements.define('site-search', SearchBox)
