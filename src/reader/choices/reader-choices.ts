import { say } from '../../locales/say.ts'
import { afterPaint } from '../after-paint.ts'
import { loadKeepOffline } from '../offline/load-keep-offline.ts'
import { isOpenedThere, loadOpened } from '../opened.ts'
import { forgetAll, keep } from './kept.ts'

/**
 * `<reader-choices>`: the panel of the reader’s choices. What is chosen stands on `<html>` as `data-<name>`, where
 * styles look for it, and is kept on the device; `apply-choices.ts` puts it there before the first paint of a page.
 */
class ReaderChoices extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    const form = this.querySelector('form')
    if (!form) return
    this.#show(form)
    form.addEventListener('change', () => this.#choose(form), { signal })
    // What is in the form may come later.
    form.addEventListener('click', ({ target }) => target instanceof Element && target.closest('[data-forget]') && this.#forget(form), {
      signal,
    })
    // Another window of the same site may have chosen meanwhile.
    form.addEventListener('beforetoggle', ({ newState }) => newState === 'open' && void this.#fill(form), { signal })
    form.addEventListener('beforetoggle', showWithContent, { signal })
    form.addEventListener('beforetoggle', loadKeepOffline, { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  /** The frame is painted before what is in it, which takes a slow phone as long again. */
  async #fill(form: HTMLFormElement) {
    form.dataset.filling = ''
    await afterPaint()
    this.#show(form)
    delete form.dataset.filling
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
    const status = form.querySelector('[data-forget] + [role=status]')
    if (status) status.textContent = words
  }
}

/** It is shown once what it shows is there. Where that cannot be had it stays closed, rather than empty, and is asked for again. */
function showWithContent(event: ToggleEvent) {
  const form = event.currentTarget as HTMLElement
  if (event.newState !== 'open' || isOpenedThere() || form.hasChildNodes()) return
  event.preventDefault()
  void loadOpened().then(() => form.hasChildNodes() && form.togglePopover(true))
}

customElements.define('reader-choices', ReaderChoices)
