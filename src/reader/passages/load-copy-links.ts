import { loadOpened } from '../opened.ts'

/* Fetches the button that copies links when somebody begins to point, to tap or to use the Tab key. */

const pending = new AbortController()

function fetchButton({ target }: Event) {
  pending.abort()
  void Promise.all([import('./copy-links.ts'), loadOpened()]).then(([{ offerLinks }]) => offerLinks(target))
}

const begin = { signal: pending.signal, passive: true }
for (const type of ['pointerover', 'pointerdown']) document.addEventListener(type, fetchButton, begin)
document.addEventListener('keydown', (event) => event.key === 'Tab' && fetchButton(event), begin)
