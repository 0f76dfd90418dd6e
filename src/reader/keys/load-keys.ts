import { kept } from '../choices/kept.ts'

/*
 * Fetches what single keys do when the first of them is pressed where nothing is being typed. Whoever speaks to the device
 * or has it read aloud can turn them off (WCAG 2.2, 2.1.4).
 */

const isTyping = ({ target }: Event) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))

/** Whether a key asks for something by itself. */
const isAsking = (event: KeyboardEvent) =>
  /^[?cjkmnpst]$/iu.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !isTyping(event)

document.addEventListener('keydown', (event) => {
  if (!isAsking(event) || document.querySelector('dialog[open]') || (kept('keys') === 'off' && event.key !== '?')) return
  void import('./keys.ts').then(({ press }) => press(event.key))
})
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-keys]')) void import('./keys.ts').then(({ press }) => press('?'))
})
