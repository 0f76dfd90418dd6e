import type { CardLink } from './links-of-text.ts'

/** Places a card beside its link. Styles do it where the browser knows anchors (`position-area`), a library elsewhere and in drawings. */
export async function placeCard(card: HTMLElement, link: CardLink) {
  // What stands in a drawing is no anchor. WebKit (2.50) stands still for good when something with `position-try` is closed.
  const isAnchored =
    link instanceof HTMLElement && CSS.supports('position-area', 'block-end') && !CSS.supports('hanging-punctuation', 'first')
  card.toggleAttribute('data-floating', !isAnchored)
  card.removeAttribute('style')
  if (isAnchored || isSheet(card)) return
  const { floatCard } = await import('./float-card.ts')
  await floatCard(card, link)
}

/** On a phone the card lies at the foot of the screen: the line being read is scrolled clear of it. */
export function keepLineInView(card: HTMLElement, link: CardLink) {
  if (!isSheet(card)) return
  const { top, bottom } = link.getBoundingClientRect()
  // Who has scrolled on meanwhile is not taken back.
  if (top > innerHeight || bottom < 0) return
  const hidden = bottom - card.getBoundingClientRect().top + 12
  const { scrollHeight, clientHeight } = document.documentElement
  // A page that has more lines below than the sheet covers is scrolled as it is; room for others costs a layout.
  if (scrollHeight - clientHeight - scrollY < clientHeight) document.body.dataset.sheetRoom = ''
  if (hidden > 0) scrollBy({ top: hidden, behavior: 'instant' })
}

/** Whether a card lies at the foot of the screen; styles say so. */
export const isSheet = (card: HTMLElement) => getComputedStyle(card).getPropertyValue('--is-sheet').trim() === '1'
