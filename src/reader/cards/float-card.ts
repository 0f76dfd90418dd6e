import { computePosition, flip, offset, shift, size } from '@floating-ui/dom'
import type { CardLink } from './links-of-text.ts'

/** Places a card beside a link where styles cannot: inside the window, below the link or else above it. */
export async function floatCard(card: HTMLElement, link: CardLink) {
  const fit = ({ availableHeight }: { availableHeight: number }) => {
    card.style.maxBlockSize = `${Math.max(96, availableHeight)}px`
  }
  const { x, y } = await computePosition(link, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [offset(12), flip(), shift({ padding: 8 }), size({ padding: 8, apply: fit })],
  })
  Object.assign(card.style, { left: `${x}px`, top: `${y}px` })
}
