import { afterPaint } from '../after-paint.ts'
import { kept } from '../choices/kept.ts'
import { isOpenedThere, loadOpened } from '../opened.ts'
import { loadScript } from './load-script.ts'
import { isSearchShortcut } from './search-shortcut.ts'

/**
 * `<search-dialog data-href="script of the search">`: puts the cursor into the search by `/`, Ctrl-K, ⌘-K or the link to
 * the search page, over any page that has a `<dialog>` for it. The search itself is loaded when somebody turns to it.
 */
class SearchDialog extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    // Single keys can be turned off.
    const isAsking = (event: KeyboardEvent) => isSearchShortcut(event) && (event.key !== '/' || kept('keys') !== 'off')
    document.addEventListener('keydown', (event) => isAsking(event) && this.#open(event), { signal })
    this.addEventListener('click', ({ target }) => target instanceof Element && target.matches('[data-close]') && this.#dialog?.close(), {
      signal,
    })
    if (!this.#dialog) this.#begin()
    for (const type of ['focusin', 'pointerdown', 'keydown', 'input']) this.addEventListener(type, () => this.#load(), { signal })
    // Also before what holds it over the page has come.
    this.addEventListener('keydown', ({ key }) => key === 'Escape' && !document.querySelector(':popover-open') && this.#dialog?.close(), {
      signal,
    })
    const isOfLink = ({ target }: Event) => target instanceof Element && target.closest('.search-link')
    document.addEventListener('pointerover', (event) => isOfLink(event) && this.#load(), { signal })
    document.addEventListener(
      'click',
      (event) => isOfLink(event) && !(event.ctrlKey || event.metaKey || event.shiftKey) && this.#open(event),
      { signal },
    )
  }

  /** On the search page: the cursor is in the box. What searches is wanted for what the address asks, or to offer what was asked before. */
  #begin() {
    this.querySelector('input')?.focus()
    if (location.search || kept('queries')) this.#load()
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  #load() {
    if (customElements.get('site-search') && isOpenedThere()) return
    void loadOpened()
    loadScript(this)
    preloadAddress(this.querySelector<HTMLElement>('site-search')?.dataset.href ?? '')
  }

  #open(event: Event) {
    event.preventDefault()
    const dialog = this.#dialog
    const input = this.querySelector('input')
    // It is there for what is typed next, before what holds it over the page has come.
    if (dialog && !dialog.open) {
      // The focus goes there at once, not to the button before it first: all who listen to it would do so twice before the first paint.
      if (input) input.autofocus = true
      dialog.show()
      void styled(dialog)
      // What it lies over is covered once it has been painted itself.
      Promise.all([import('../open-over.ts'), afterPaint()]).then(
        ([{ holdOver }]) => holdOver(dialog),
        () => undefined,
      )
    }
    input?.focus()
    if (input?.value) input.select()
  }
}

/** It is not seen before it has its styles. */
async function styled(dialog: HTMLElement) {
  if (isOpenedThere()) return
  dialog.style.opacity = '0'
  dialog.style.position = 'fixed'
  await loadOpened()
  dialog.removeAttribute('style')
}

/** What the search asks first comes beside its script, not after it. */
function preloadAddress(href: string) {
  if (!href.endsWith('.json') || document.querySelector('link[as=fetch]')) return
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href })
  document.head.append(link)
}

customElements.define('search-dialog', SearchDialog)
