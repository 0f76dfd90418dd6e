import { say } from '../../locales/say.ts'
import type { CardLink } from './links-of-text.ts'

/** A card: its popover, the part of it that is filled anew, the link it is open for, and the one whose content it waits for. */
export type Card = {
  readonly element: HTMLElement
  readonly body: HTMLElement
  link?: CardLink | undefined
  wanted?: CardLink | undefined
}

/** An empty card. Its button does what the Escape key does. */
export function makeCard(): Card {
  const element = document.createElement('div')
  element.className = 'card'
  element.popover = 'auto'
  element.role = 'dialog'
  element.tabIndex = -1
  const body = document.createElement('div')
  body.className = 'card-body'
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = say('preview-cards', 'close')
  close.addEventListener('click', () =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })),
  )
  element.append(close, body)
  return { element, body }
}
