import { say } from '../../locales/say.ts'
import { openedStyles } from '../opened-styles.ts'

/** Figures whose drawings can be opened large. */
const figures = 'main figure:is(.place-map, .timeline-drawing, .family-tree):not(dialog *)'

/** `<large-drawings>`, in each figure with a drawing: gives each figure a button that opens its drawing over the whole window. */
class LargeDrawings extends HTMLElement {
  async connectedCallback() {
    // Where all pages are one, the first does it for all.
    if (document.querySelector('large-drawings') !== this) return
    await openedStyles()
    for (const figure of document.querySelectorAll<HTMLElement>(figures)) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'enlarge'
      button.textContent = say('large-drawings', 'open')
      button.addEventListener('click', async () => {
        const drawing = [...figure.querySelectorAll('svg:not([aria-hidden="true"])')].find((svg) => svg.checkVisibility())
        const { openLarge } = await import('./open-large.ts')
        if (drawing instanceof SVGSVGElement) openLarge(figure, drawing)
      })
      figure.append(button)
    }
  }
}

customElements.define('large-drawings', LargeDrawings)
