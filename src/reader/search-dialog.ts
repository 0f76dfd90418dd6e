import { isSearchShortcut } from './search-shortcut.ts'

/** `<search-dialog>`: opens the search over any page, by `/`, Ctrl-K, ⌘-K or the link to the search page. */
class SearchDialog extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.search-link')) {
      link.addEventListener('click', (event) => this.#onLink(event), { signal })
    }
    this.#dialog?.addEventListener('click', (event) => this.#onClick(event), { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  /** Gives way to a click beside the box, and to a place on this very page. */
  #onClick({ target }: MouseEvent) {
    const link = target instanceof Element ? target.closest('a') : null
    if (target === this.#dialog || (link?.hash && link.pathname === location.pathname)) this.#dialog?.close()
  }

  #onKey(event: KeyboardEvent) {
    // The browser would only empty the box.
    if (event.key === 'Escape' && this.#dialog?.open) {
      event.preventDefault()
      return this.#dialog.close()
    }
    if (!isSearchShortcut(event)) return
    event.preventDefault()
    this.#open()
  }

  #onLink(event: MouseEvent) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#open()
  }

  #open() {
    if (!this.#dialog?.open) this.#dialog?.showModal()
    const input = this.#dialog?.querySelector('input')
    input?.focus()
    input?.select()
  }
}

customElements.define('search-dialog', SearchDialog)
