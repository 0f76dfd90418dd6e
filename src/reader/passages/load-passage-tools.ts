import { loadOpened } from '../opened.ts'

/*
 * Fetches what can be done with a passage when the first is chosen: by selecting, or by the button beside it, whose event
 * is sent once more to what has come. Most readers choose none.
 */

listen()

function listen() {
  const waiting = new AbortController()
  const { signal } = waiting
  /** @returns whether it has come; where it cannot be had, the next passage asks for it again */
  const load = async () => {
    waiting.abort()
    try {
      await Promise.all([loadOpened(), loadOwn()])
      await import('./passage-tools.ts')
      return true
    } catch {
      listen()
      return false
    }
  }
  document.addEventListener('selectionchange', () => getSelection()?.isCollapsed === false && void load(), { signal })
  document.addEventListener(
    'pamphlet:passage',
    async ({ target, detail }: CustomEventInit & Event) => {
      if (await load()) target?.dispatchEvent(new CustomEvent('pamphlet:passage', { detail, bubbles: true }))
    },
    { signal },
  )
}

/** How this page is cited, which lies in a file of its own. */
async function loadOwn() {
  const place = document.querySelector<HTMLElement>('passage-tools')
  const { apartHref } = place?.dataset ?? {}
  if (place && apartHref) await import('../load-apart.ts').then(({ loadAlone }) => loadAlone(place, apartHref))
}
