import { inPercent } from '../../locales/percent.ts'
import { keep, kept } from '../choices/kept.ts'
import { placesIn, type ReadingPlace } from './reading-place.ts'

/**
 * `<reading-progress data-part="part-1">`: shows by a thin line at the top of the window how much of the text has been
 * read, and keeps the place on the device. Takes no part in the layout.
 */
class ReadingProgress extends HTMLElement {
  #aborter = new AbortController()
  #isWaiting = false
  #pixels: number | undefined

  connectedCallback() {
    const { signal } = this.#aborter
    // What has it come is that the page is scrolled, as a rule.
    this.#onScroll()
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
      const words = this.parentElement?.querySelector<HTMLElement>('reading-bar .share')
      if (!words) return
      const said = inPercent(words.dataset.form ?? '', share)
      // New words are laid out, be they the same.
      if (words.textContent !== said) words.textContent = said
    })
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

customElements.define('reading-progress', ReadingProgress)
