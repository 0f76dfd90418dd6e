import { loadOpened } from '../opened.ts'

/*
 * Fetches what can be done with a passage when the first is chosen: by selecting, or by the button beside it, whose event
 * is sent once more to what has come. Most readers choose none.
 */

const waiting = new AbortController()
const { signal } = waiting

async function load() {
  waiting.abort()
  await loadOpened()
  await import('./passage-tools.ts')
}

document.addEventListener('selectionchange', () => getSelection()?.isCollapsed === false && void load(), { signal })
document.addEventListener(
  'pamphlet:passage',
  ({ target, detail }: CustomEventInit & Event) =>
    void load().then(() => target?.dispatchEvent(new CustomEvent('pamphlet:passage', { detail, bubbles: true }))),
  { signal },
)
