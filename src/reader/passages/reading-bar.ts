import { loadOpened } from '../opened.ts'

/** Pixels that a reader scrolls up before the bar comes back: less may be a trembling hand. */
const enough = 12

/**
 * `<reading-bar>`, before the text of a part: goes on scrolling down and comes back on scrolling up, and while it has the
 * focus; styles move it. There is none while the page’s own header may be in view, nor after a jump, whose target it would cover.
 */
class ReadingBar extends HTMLElement {
  #aborter = new AbortController()
  /** How far down the page was scrolled; not asked before it is scrolled, as that has the whole page laid out at once. */
  #last: number | undefined
  #up = 0
  #isWaiting = false
  #section = ''

  connectedCallback() {
    const { signal } = this.#aborter
    const article = this.parentElement?.querySelector('article')
    article?.addEventListener('pamphlet:section', (event) => this.#name((event as CustomEvent<string | undefined>).detail), { signal })
    document.addEventListener('scroll', () => this.#onScroll(article), { signal, passive: true })
    this.#section = article?.querySelector('part-contents [aria-current]')?.textContent ?? ''
    const name = () => void loadOpened().then(() => this.#name(this.#section))
    if (globalThis.pamphletOpened) {
      // The first scrolling is over, which has asked for it.
      name()
      this.#onScroll(article)
    } else document.addEventListener('scroll', name, { signal, passive: true, once: true })
    // What has the focus is never covered.
    document.addEventListener('focusin', ({ target }) => this.contains(target as Node) || this.#show(false), { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  #onScroll(article: Element | null | undefined) {
    if (this.#isWaiting) return
    this.#isWaiting = true
    requestAnimationFrame(() => {
      this.#isWaiting = false
      const { top = 0, bottom = 0 } = article?.getBoundingClientRect() ?? {}
      const by = scrollY - (this.#last ?? scrollY)
      this.#last = scrollY
      this.#up = by < 0 ? this.#up - by : 0
      const isWithin = top < 0 && bottom > 0
      if (this.toggleAttribute('data-within', isWithin)) this.#offerListening()
      if (by > 0 || Math.abs(by) > innerHeight / 2 || !isWithin) this.#show(false)
      else if (this.#up >= enough) this.#show(true)
    })
  }

  #show(isShown: boolean) {
    if (!isShown) this.#up = 0
    this.toggleAttribute('data-shown', isShown)
  }

  /** Where the device may have a voice for the text. */
  #offerListening() {
    const button = this.querySelector<HTMLElement>('[data-listen]')
    if (!button || !('speechSynthesis' in globalThis)) return
    delete button.dataset.listen
    void import('../listening/offer-listening.ts').then(({ offerListening }) => offerListening(button, this.#aborter.signal))
  }

  #name(section = '') {
    this.#section = section
    // What stands in the bar itself is the same on all pages.
    const { name = '' } = this.dataset
    for (const [place, words] of [
      ['b', name],
      ['.section', section],
    ] as const)
      this.querySelector(place)?.replaceChildren(words)
  }
}

customElements.define('reading-bar', ReadingBar)
