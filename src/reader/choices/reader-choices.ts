import { say } from '../../locales/say.ts'
import { loadKeepOffline } from '../offline/load-keep-offline.ts'
import { isOpenedThere, loadOpened } from '../opened.ts'
import { forgetAll, keep } from './kept.ts'

/**
 * `<reader-choices>`: the panel of the reader’s choices. What is chosen stands on `<html>` as `data-<name>`, where
 * styles look for it, and is kept on the device; `apply-choices.ts` puts it there before the first paint of a page.
 */
class ReaderChoices extends HTMLElement {
  #aborter = new AbortController()
  #isWaiting = false

  connectedCallback() {
    const { signal } = this.#aborter
    const form = this.querySelector('form')
    if (!form) return
    this.#show(form)
    form.addEventListener('change', () => this.#choose(form), { signal })
    form.querySelector('[data-forget]')?.addEventListener('click', () => this.#forget(form), { signal })
    // Another window of the same site may have chosen meanwhile.
    form.addEventListener('beforetoggle', (event) => void this.#onToggle(form, event), { signal })
    form.addEventListener('beforetoggle', loadKeepOffline, { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  /** It is shown once what it shows is there; where that cannot be had, all the same. */
  async #onToggle(form: HTMLFormElement, event: ToggleEvent) {
    this.#show(form)
    if (event.newState !== 'open' || this.#isWaiting || isOpenedThere()) return
    event.preventDefault()
    this.#isWaiting = true
    await loadOpened()
    if (!form.matches(':popover-open')) form.showPopover()
    this.#isWaiting = false
  }

  #show(form: HTMLFormElement) {
    for (const input of form.querySelectorAll('input')) input.checked = (document.documentElement.dataset[input.name] ?? '') === input.value
    this.#say(form, '')
  }

  #choose(form: HTMLFormElement) {
    const chosen: Record<string, string> = {}
    for (const [name, value] of new FormData(form)) {
      if (value) chosen[name] = String(value)
      else delete document.documentElement.dataset[name]
    }
    Object.assign(document.documentElement.dataset, chosen)
    keep('choices', chosen)
  }

  #forget(form: HTMLFormElement) {
    form.reset()
    this.#choose(form)
    forgetAll()
    this.#say(form, say('reader-choices', 'cleared'))
    document.dispatchEvent(new Event('pamphlet:forgotten'))
  }

  #say(form: HTMLFormElement, words: string) {
    const status = form.querySelector('[role=status]')
    if (status) status.textContent = words
  }
}

customElements.define('reader-choices', ReaderChoices)
