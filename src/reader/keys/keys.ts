import { afterPaint } from '../after-paint.ts'
import { loadOpened } from '../opened.ts'
import { passageAt, places } from '../passages/passage.ts'
import { showKeys } from './key-list.ts'
import { followingOf, nearest } from './stops.ts'

const sections = 'main :is(h1, h2, h3, h4):not(nav *)'
const paragraphs = 'main :is([data-paragraph], li[id^="note-"], li[id^="event-"]):not(.margin-note *)'
const references = 'main a[role=doc-noteref]:not(.margin-note *)'

/** Does what a key asks for. With Shift the note before. */
export function press(key: string) {
  if (key === '?') return void showKeys()
  if (key === 'm' || key === 'M') return followingOf(references, key === 'M' ? -1 : 1)?.focus()
  const does: Record<string, () => void> = {
    n: () => go(sections, 1),
    p: () => go(sections, -1),
    j: () => go(paragraphs, 1),
    k: () => go(paragraphs, -1),
    s: () => void openChoices(),
    t: () => void loadOpened().then(() => document.querySelector<HTMLElement>('reading-bar a[data-sheet]')?.click()),
    c: () => void copyLink(),
  }
  does[key.toLowerCase()]?.()
}

/** The place gets the focus, so that it is seen where the reader is, read aloud, and reading goes on from there. */
function go(selector: string, by: 1 | -1) {
  const place = followingOf(selector, by)
  if (!place) return
  if (!place.matches('a, button, [tabindex]')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.scrollIntoView({ behavior: 'instant' })
  place.focus({ preventScroll: true })
}

async function openChoices() {
  await loadOpened()
  const choices = document.getElementById('reader-choices')
  choices?.showPopover()
  // It is filled after its frame is painted.
  await afterPaint()
  choices?.querySelector<HTMLElement>('input:checked')?.focus()
}

/** Of what has the focus, else of the paragraph at the eye. */
async function copyLink() {
  await loadOpened()
  const place = document.activeElement?.closest<HTMLElement>(places) ?? nearest(paragraphs)
  place?.dispatchEvent(new CustomEvent('pamphlet:passage', { bubbles: true, detail: passageAt(place) }))
}
