import { forget, keep, kept } from '../choices/kept.ts'
import { placesIn, type ReadingPlace } from './reading-place.ts'

/**
 * `<reading-progress data-part="part-1">`: shows by a thin line at the top of the window how much of the text has been
 * read, and keeps the place on the device. Takes no part in the layout.
 */
class ReadingProgress extends HTMLElement {
  #aborter = new AbortController()
  #isWaiting = false
  #pixels: number | undefined
  #format: Intl.NumberFormat | undefined

  connectedCallback() {
    const { signal } = this.#aborter
    this.#resume()
    document.addEventListener('scroll', () => this.#onScroll(), { signal, passive: true })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#keep(), { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  /** The part it stands before. */
  get #article() {
    return this.parentElement?.querySelector('article')
  }

  get #text() {
    return this.#article?.querySelector('.text')
  }

  /** How much of the text has passed the upper third of the window, from 0 to 1; 0 where the whole part has. */
  get #share() {
    const box = this.#text?.getBoundingClientRect()
    if (!box || (this.#article?.getBoundingClientRect().bottom ?? 0) < 0) return 0
    return Math.min(1, Math.max(0, (innerHeight / 3 - box.top) / box.height))
  }

  #onScroll() {
    if (this.#isWaiting) return
    this.#isWaiting = true
    requestAnimationFrame(() => {
      this.#isWaiting = false
      const share = this.#share
      // Between two pixels there is nothing to be seen, and each change is styled and painted.
      const pixels = Math.round(share * innerWidth)
      if (pixels !== this.#pixels) this.style.setProperty('--share', String(pixels / innerWidth))
      this.#pixels = pixels
      const words = this.parentElement?.querySelector('reading-bar .share')
      if (!words) return
      this.#format ??= new Intl.NumberFormat(document.documentElement.lang, percent)
      const said = this.#format.format(share)
      // New words are laid out, be they the same.
      if (words.textContent !== said) words.textContent = said
    })
  }

  /** Where reading is resumed nothing was looked for, and nothing is marked: not when the reader comes back to it either. */
  #resume() {
    const fragment = location.hash.slice(1)
    // What is kept is asked for where there is a place alone: the page waits for the answer.
    if (!fragment) return
    const isResumed = kept('resumed', 'sessionStorage') === fragment
    forget('resumed', 'sessionStorage')
    if (isResumed) history.replaceState({ ...history.state, resumed: true }, '')
    if (history.state?.resumed) document.getElementById(fragment)?.setAttribute('data-resumed', '')
  }

  #keep() {
    const { part } = this.dataset
    const paragraphs = [...(this.#text?.querySelectorAll<HTMLElement>('[data-paragraph]') ?? [])]
    const paragraph = paragraphs.findLast((candidate) => candidate.getBoundingClientRect().top < innerHeight / 3)
    // The beginning needs no place, and at the end there is nothing to continue.
    if (!part || !paragraph || this.#share === 0) return
    const place: ReadingPlace = { fragment: paragraph.id, number: paragraph.dataset.paragraph ?? '', share: this.#share, when: Date.now() }
    keep('places', Object.fromEntries(placesIn(kept('places')).set(part, place)))
  }
}

const percent = { style: 'percent', numberingSystem: 'latn' } as const

customElements.define('reading-progress', ReadingProgress)
