import { linkAt, noteOf } from './links-of-text.ts'

/**
 * While the pointer or the focus is on a note reference, its note is marked, in the list and in the margin; while it is on
 * a note, the references to it are.
 *
 * @param target where the pointer is, or what has the focus
 */
export function markPairs(target: EventTarget | null) {
  mark(target)
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (event) => mark(event.target))
}

function mark(target: EventTarget | null) {
  const link = linkAt({ target })
  const note = link && noteOf(link)
  const marked = note ? [note, ...copiesOf(note)] : referencesTo(target)
  for (const element of document.querySelectorAll('[data-paired]')) element.removeAttribute('data-paired')
  for (const element of marked) element.setAttribute('data-paired', '')
}

/** Whether at least half of a note is in view, in the list or in the margin. */
export const isMostlySeen = (note: HTMLElement): boolean => [note, ...copiesOf(note)].some((element) => seenShareOf(element) >= 0.5)

const copiesOf = (note: HTMLElement) => document.querySelectorAll<HTMLElement>(`.margin-note[data-note="${CSS.escape(note.id)}"]`)

function referencesTo(target: EventTarget | null): Element[] {
  const note = target instanceof Element ? target.closest<HTMLElement>('.margin-note, [role=doc-endnotes] li[id^="note-"]') : null
  const id = note?.dataset.note ?? note?.id
  return id ? [...document.querySelectorAll(`[role=doc-noteref][href$="#${CSS.escape(id)}"]`)] : []
}

/** How much of an element’s whole height, what is folded included, is inside the window. */
function seenShareOf(element: HTMLElement): number {
  const { top, bottom, height } = element.getBoundingClientRect()
  if (height === 0) return 0
  const folded =
    element.firstElementChild instanceof HTMLElement && element.hasAttribute('data-folded')
      ? element.firstElementChild.scrollHeight
      : height
  return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / Math.max(height, folded)
}
