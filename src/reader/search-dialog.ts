import { isSearchShortcut } from './search-shortcut.ts'

/**
 * `<search-dialog data-href="script of the search">`: puts the cursor into the search by `/`, Ctrl-K, ⌘-K or the link to
 * the search page, over any page that has a `<dialog>` for it. The search itself is loaded when somebody turns to it, or
 * when the page was found by it and has words to mark.
 */
class SearchDialog extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    const on = (target: EventTarget, type: string, does: (event: never) => void) => target.addEventListener(type, does as EventListener, { signal })
    on(document, 'keydown', (event: KeyboardEvent) => this.#onKey(event))
    on(this, 'focusin', () => this.#load())
    for (const link of document.querySelectorAll('.search-link')) {
      on(link, 'pointerenter', () => this.#load())
      on(link, 'click', (event: MouseEvent) => this.#onLink(event))
    }
    if (!this.#dialog || /[?&]mark=/u.test(location.search) || hasMarks()) this.#load()
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  #onKey(event: KeyboardEvent) {
    if (!isSearchShortcut(event)) return
    event.preventDefault()
    this.#open()
  }

  #onLink(event: MouseEvent) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#open()
  }

  #open() {
    if (!this.#dialog?.open) this.#dialog?.showModal()
    const input = this.querySelector('input')
    input?.focus()
    input?.select()
  }

  #load() {
    const { href } = this.dataset
    if (!href || customElements.get('site-search')) return
    delete this.dataset.href
    const script = document.createElement('script')
    script.src = href
    script.onerror = () => {
      script.remove()
      this.dataset.href = href
    }
    document.head.append(script)
  }
}

/** A page from a disk may have no storage. */
function hasMarks() {
  try {
    return sessionStorage.getItem('pamphlet-marks') !== null
  } catch {
    return false
  }
}

customElements.define('search-dialog', SearchDialog)
