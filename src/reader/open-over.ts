/*
 * A modal dialog of the browser makes the page below it inert, and for that works out the style of its every element anew,
 * when it opens and again when it closes: half a second of a long part on a slow phone. Here a sheet over the page takes
 * what is pressed beside the dialog, the Tab key goes round in it, and `aria-modal` tells screen readers. See decision 104.
 */

const held = new Set<HTMLDialogElement>()

const top = () => [...held].findLast(({ open }) => open)

/** Shows a dialog over the page, and holds it there. A press beside it and the Escape key close it; the focus goes back to where it was. */
export function openOver(dialog: HTMLDialogElement) {
  dialog.show()
  holdOver(dialog)
}

/** Holds a dialog that is shown over the page. */
export function holdOver(dialog: HTMLDialogElement) {
  if (!dialog.open) return
  // Once more at the end, should it have been closed this very moment.
  held.delete(dialog)
  held.add(dialog)
  dialog.ariaModal = 'true'
  const scrim = document.createElement('div')
  scrim.className = 'scrim'
  scrim.addEventListener('click', () => dialog.close())
  dialog.addEventListener(
    'close',
    () => {
      scrim.remove()
      if (!dialog.open) held.delete(dialog)
    },
    { once: true },
  )
  dialog.before(scrim)
  // What opens later lies over what was opened before, wherever in the page it stands.
  for (const element of [scrim, dialog]) element.style.setProperty('--over', String(held.size))
}

document.addEventListener('keydown', (event) => {
  const dialog = top()
  if (!dialog || event.defaultPrevented) return
  if (event.key === 'Escape') {
    // A card over the dialog is closed first.
    if (document.querySelector(':popover-open')) return
    event.preventDefault()
    dialog.close()
  } else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) keepWithin(dialog, event)
})

/** From the last stop of the Tab key to the first, and back; from anywhere else into the dialog. */
function keepWithin(dialog: HTMLElement, event: KeyboardEvent) {
  const { activeElement } = document
  if (activeElement?.closest('[popover]')) return
  const stops = [...dialog.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.checkVisibility(),
  )
  const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)]
  if (dialog.contains(activeElement) && activeElement !== last) return
  event.preventDefault()
  first?.focus()
}
