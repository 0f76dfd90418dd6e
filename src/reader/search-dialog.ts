/** `<search-dialog>`: opens the search over any page, by `/`, Ctrl-K, ⌘-K or the link to the search page. */
class SearchDialog extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.search-link')) {
      link.addEventListener('click', (event) => this.#onLink(event), { signal })
    }
    this.#dialog?.addEventListener('click', (event) => event.target === this.#dialog && this.#dialog?.close(), { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  #onKey(event: KeyboardEvent) {
    const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
    if (!isShortcut && !isSlash) return
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
    this.#dialog?.querySelector('input')?.select()
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName))

customElements.define('search-dialog', SearchDialog)
