/** Places a card beside its link. Styles do it where the browser knows anchors (`position-area`), a library elsewhere. */
export async function placeCard(card: HTMLElement, link: HTMLElement) {
  if (CSS.supports('position-area', 'block-end') || isSheet(card)) return
  const { computePosition, flip, offset, shift, size } = await import('@floating-ui/dom')
  const fit = ({ availableHeight }: { availableHeight: number }) => {
    card.style.maxBlockSize = `${Math.max(96, availableHeight)}px`
  }
  const { x, y } = await computePosition(link, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [offset(6), flip(), shift({ padding: 8 }), size({ padding: 8, apply: fit })],
  })
  Object.assign(card.style, { left: `${x}px`, top: `${y}px` })
}

/** On a phone the card lies at the foot of the screen: the line being read is scrolled clear of it. */
export function keepLineInView(card: HTMLElement, link: HTMLElement) {
  if (!isSheet(card)) return
  const hidden = link.getBoundingClientRect().bottom - card.getBoundingClientRect().top + 12
  if (hidden > 0) scrollBy({ top: hidden, behavior: 'instant' })
}

/** Whether a card lies at the foot of the screen; styles say so. */
export const isSheet = (card: HTMLElement) => getComputedStyle(card).getPropertyValue('--is-sheet').trim() === '1'
