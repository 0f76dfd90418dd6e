import { say } from '../../locales/say.ts'
import { openOver } from '../open-over.ts'
import { zoomBy } from './zoom.ts'

/**
 * Shows a drawing over the whole window, where it is panned by scrolling, with a finger or the arrow keys, and zoomed with two
 * fingers, the wheel and Ctrl, buttons, or the keys + and −. The drawing itself goes there, for its ids and its looks belong to
 * its place, and comes back when that is closed; a link in it leads where it always does.
 */
export function openLarge(figure: HTMLElement, drawing: SVGSVGElement) {
  const dialog = document.createElement('dialog')
  dialog.className = 'large-drawing'
  dialog.ariaLabel = drawing.querySelector('title')?.textContent ?? figure.ariaLabel ?? ''
  const sheet = document.createElement('div')
  sheet.className = 'large-sheet'
  sheet.tabIndex = 0
  const zoom = zoomBy(sheet, drawing)
  const bar = document.createElement('div')
  bar.className = 'large-bar'
  bar.append(
    button('+', say('large-drawings', 'in'), () => zoom(1.5)),
    button('−', say('large-drawings', 'out'), () => zoom(1 / 1.5)),
    button(say('large-drawings', 'close'), '', () => dialog.close()),
  )
  dialog.append(bar, sheet)
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === '+' || key === '=') zoom(1.5)
    if (key === '-') zoom(1 / 1.5)
    if (key === '0') zoom(0)
  })
  dialog.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return
    drawing.style.removeProperty('inline-size')
    placeholder.replaceWith(drawing)
    dialog.remove()
  })
  const placeholder = document.createElement('div')
  // The page behind stays as high as it is.
  placeholder.style.blockSize = `${drawing.getBoundingClientRect().height}px`
  drawing.replaceWith(placeholder)
  sheet.append(drawing)
  // Beside its place, so that styles find it as they did.
  placeholder.after(dialog)
  openOver(dialog)
  zoom(0)
  sheet.focus()
}

function button(words: string, label: string, does: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = words
  if (label) made.ariaLabel = label
  made.addEventListener('click', does)
  return made
}
