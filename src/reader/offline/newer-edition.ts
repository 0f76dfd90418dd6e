import { say } from '../../locales/say.ts'
import type { OrderToWorker } from '../../model/offline.ts'
import { forget, keep, kept } from '../choices/kept.ts'
import { loadOpened } from '../opened.ts'
import { siteRoot } from '../site-root.ts'
import { dayOf } from './day-of-edition.ts'
import { storedVersions } from './precached-versions.ts'

/**
 * `<newer-edition>`: tells a reader who keeps the site that a newer version of it waits on the device, and shows it
 * when asked. Empty until there is one; after “Later” silent about that version while the browser is open.
 */
class NewerEdition extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    void this.#watch()
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  async #watch() {
    const root = siteRoot().href
    const registration = await navigator.serviceWorker.getRegistration(root)
    // A publication above this one may have a worker too.
    if (registration?.scope !== root) return
    // Now, not in the moment in which another worker comes, which Chromium would forget then; see below.
    void loadOpened()
    const { signal } = this.#aborter
    // It may have been found by the page before.
    const follow = () => registration.installing?.addEventListener('statechange', () => void this.#announce(registration), { signal })
    registration.addEventListener('updatefound', follow, { signal })
    follow()
    await this.#announce(registration)
  }

  async #announce(registration: ServiceWorkerRegistration) {
    const { waiting, scope } = registration
    const [newest] = await storedVersions(scope)
    if (!waiting || !newest || kept('dismissed', 'sessionStorage') === newest.kept.version) return
    if (kept('wanted', 'sessionStorage') === newest.kept.version) {
      forget('wanted', 'sessionStorage')
      return takeOver(waiting)
    }
    await loadOpened()
    const text = document.createElement('p')
    const take = buttonOf(say('newer-edition', 'read'), () => {
      take.disabled = true
      setTimeout(() => takeOver(waiting), untilQuiet)
      setTimeout(() => {
        keep('wanted', newest.kept.version, 'sessionStorage')
        location.reload()
      }, untilOverdue)
    })
    const leave = buttonOf(say('newer-edition', 'later'), () => {
      keep('dismissed', newest.kept.version, 'sessionStorage')
      this.replaceChildren()
    })
    this.setAttribute('role', 'status')
    text.textContent = say('newer-edition', 'ready', { version: newest.kept.edition.version, date: dayOf(newest.kept.edition) })
    this.replaceChildren(text, take, leave)
  }
}

/*
 * Chromium forgets for minutes that a worker is to take over when something is asked of the one before in that moment. So
 * what the reader’s pointing has begun to fetch is waited for; if the new version has not answered after all, the page is
 * loaded again and gives the order first of all. Both in milliseconds.
 */
const untilQuiet = 300
const untilOverdue = 4000

/** Lets the new version answer, and shows this page as it has it. Pages in other windows stay as they are. */
function takeOver(waiting: ServiceWorker) {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take-over' satisfies OrderToWorker)
}

function buttonOf(label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', onClick)
  return button
}

customElements.define('newer-edition', NewerEdition)
