import { say } from '../../locales/say.ts'
import { inFigures } from '../../locales/say-count.ts'
import { megabytes } from '../../locales/units.ts'
import type { OfflineNews, OrderToWorker, PrecachedVersion, SavingFailure } from '../../model/offline.ts'
import { loadOpened } from '../opened.ts'
import { trustedUrl } from '../trusted-url.ts'
import { dayOf } from './day-of-edition.ts'
import { cachesOf, channelOf, forgetEmpty, storedVersions } from './precached-versions.ts'

type State = 'absent' | 'saving' | 'kept' | 'failed'

const failures = { 'no-room': 'noRoom', changed: 'changed', 'no-answer': 'noAnswer', stopped: 'stopped' } as const satisfies Record<
  SavingFailure,
  string
>

/**
 * `<keep-offline data-href="address of the service worker" hidden>`: lets the reader keep the whole site on the
 * device, and remove it again. Shown only where the browser can do so. `data-state` says how things stand; elements
 * with `data-when` are shown in the states they name.
 */
class KeepOffline extends HTMLElement {
  #aborter = new AbortController()
  #channel: BroadcastChannel | undefined

  connectedCallback() {
    if (!('serviceWorker' in navigator && 'DecompressionStream' in window) || !location.protocol.startsWith('http'))
      return this.#offerNothing()
    const { signal } = this.#aborter
    this.#tellSize()
    this.#channel = new BroadcastChannel(channelOf(this.#scope))
    this.#channel.addEventListener('message', ({ data }: MessageEvent<OfflineNews>) => void this.#hear(data), { signal })
    this.#button('keep')?.addEventListener('click', () => void this.#keep(), { signal })
    this.#button('stop')?.addEventListener('click', () => void this.#stop(), { signal })
    this.#button('remove')?.addEventListener('click', () => void this.#remove(), { signal })
    this.#look().then(
      () => {
        this.hidden = false
      },
      // A browser that is to store nothing, for this site or at all, has nothing to offer.
      () => this.#offerNothing(),
    )
  }

  /** In the panel, whose content lies beside the page, its form says how much there is to keep: that is known once all files are made. */
  #tellSize() {
    const { offlineSize } = this.closest('form')?.dataset ?? {}
    const place = this.querySelector('[data-offline-size]')
    if (place && offlineSize) place.textContent = offlineSize
  }

  /** Gives back the room that was kept among other text. */
  #offerNothing() {
    this.classList.remove('offer-in-text')
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
    this.#channel?.close()
  }

  get #worker(): string {
    return new URL(this.dataset.href ?? '', document.baseURI).href
  }

  get #scope(): string {
    return new URL('.', this.#worker).href
  }

  #button(name: 'keep' | 'stop' | 'remove') {
    return this.querySelector<HTMLButtonElement>(`button[name=${name}]`)
  }

  /** The registration of this site’s worker; one of a site above it does not count. */
  async #registration() {
    const registration = await navigator.serviceWorker.getRegistration(this.#scope)
    return registration?.scope === this.#scope ? registration : undefined
  }

  /** Shows how things stand. */
  async #look() {
    const [registration, [newest]] = await Promise.all([this.#registration(), storedVersions(this.#scope)])
    // Where there is nothing yet, nothing is said.
    if (registration) await loadOpened()
    if (registration?.active && newest) this.#show('kept', sayKept(newest.kept))
    else if (registration?.installing) this.#show('saving', say('keep-offline', 'saving'))
    else {
      this.#show('absent', '')
      await this.#forgetEmpty()
    }
  }

  /** A worker that is there may be about to fill an empty cache. */
  async #forgetEmpty() {
    if (!(await this.#registration())) await forgetEmpty(this.#scope)
  }

  async #hear(news: OfflineNews) {
    await loadOpened()
    if (news.kind === 'saved' || news.kind === 'removed') return void this.#look()
    // A new version that is fetched in the background is no concern of a reader who has one.
    if (this.dataset.state === 'kept') return
    if (news.kind === 'failed') this.#showFailure(news.reason)
    if (news.kind === 'progress') this.#showProgress(news.saved, news.total)
  }

  #showProgress(saved: number, total: number) {
    const progress = this.querySelector('progress')
    if (progress) Object.assign(progress, { max: total, value: saved })
    const fetched = this.querySelector('[data-fetched]')
    if (fetched) fetched.textContent = `${inFigures(saved / 1e6, oneDecimal)} / ${inFigures(total / 1e6, megabytes)}`
    this.#show('saving', say('keep-offline', 'saving'))
  }

  #showFailure(reason: SavingFailure) {
    const hadFocus = this.#button('stop') === document.activeElement
    this.#show('failed', say('keep-offline', failures[reason]))
    if (hadFocus) this.#button('keep')?.focus()
  }

  async #keep() {
    await loadOpened()
    this.#show('saving', say('keep-offline', 'saving'))
    // The browser may ask the reader, and may say no: then it may clear the device when it runs short of room.
    void navigator.storage?.persist?.().catch(() => false)
    try {
      const registration = await navigator.serviceWorker.register(trustedUrl(this.#worker), { updateViaCache: 'none' })
      const worker = registration.installing ?? registration.waiting
      if (!worker) return registration.active?.postMessage('save' satisfies OrderToWorker)
      await untilSettled(worker)
      await this.#look()
    } catch {
      // The worker has said why, unless it could not even be fetched.
      if (this.dataset.state === 'saving') this.#showFailure('no-answer')
    }
  }

  /** What has arrived stays, and is used the next time. */
  async #stop() {
    const registration = await this.#registration()
    const worker = registration?.installing ?? registration?.waiting ?? registration?.active
    worker?.postMessage('stop' satisfies OrderToWorker)
  }

  async #remove() {
    const registration = await this.#registration()
    await registration?.unregister()
    await Promise.all((await cachesOf(this.#scope)).map((name) => caches.delete(name)))
    this.#show('absent', say('keep-offline', 'removed'))
    this.#channel?.postMessage({ kind: 'removed' } satisfies OfflineNews)
    this.#button('keep')?.focus()
    setTimeout(() => void this.#forgetEmpty(), untilCompiled)
  }

  #show(state: State, status: string) {
    this.dataset.state = state
    for (const element of this.querySelectorAll<HTMLElement>('[data-when]'))
      element.hidden = !element.dataset.when?.split(' ').includes(state)
    const live = this.querySelector('[role=status]')
    if (live && live.textContent !== status) live.textContent = status
  }
}

/** Milliseconds in which a browser has compiled the scripts of a page. */
const untilCompiled = 2_000

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

/** Resolves when the worker has saved everything; rejects when it has given up. */
function untilSettled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('The version could not be saved.'))
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

function sayKept({ edition, bytes }: PrecachedVersion): string {
  const size = inFigures(bytes / 1e6, { ...megabytes, minimumFractionDigits: 0 })
  return say('keep-offline', 'saved', { version: edition.version, date: dayOf(edition), size })
}

customElements.define('keep-offline', KeepOffline)
