import { kept } from '../choices/kept.ts'
import { loadScript } from './load-script.ts'

/** `<found-marks data-href="script that marks">`: loads it on a page that was found by the search and has words to mark. */
class FoundMarks extends HTMLElement {
  connectedCallback() {
    addEventListener('pamphlet-found', this.#onFound)
    if (/[?&]mark=/u.test(location.search) || kept('marks', 'sessionStorage') !== undefined) this.#onFound()
  }

  disconnectedCallback() {
    removeEventListener('pamphlet-found', this.#onFound)
  }

  #onFound = () => {
    loadScript(this)
    dispatchEvent(new Event('pamphlet-marks'))
  }
}

customElements.define('found-marks', FoundMarks)
