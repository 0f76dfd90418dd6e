import { say } from '../../locales/say.ts'
import { loadOpened } from '../opened.ts'

/** Figures whose drawings can be opened large. */
const figures = 'main figure:is(.place-map, .timeline-drawing, .family-tree):not(dialog *)'

/** `<large-drawings>`, in each figure with a drawing: gives each figure a button that opens its drawing over the whole window. */
class LargeDrawings extends HTMLElement {
  async connectedCallback() {
    // Where all pages are one, the first does it for all.
    if (document.querySelector('large-drawings') !== this) return
    await loadOpened()
    for (const figure of document.querySelectorAll<HTMLElement>(figures)) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'enlarge'
      button.textContent = say('large-drawings', 'open')
      button.addEventListener('click', async () => {
        const shown = [...figure.querySelectorAll('svg:not([aria-hidden="true"])')].find((svg) => svg.checkVisibility())
        const { openLarge } = await import('./open-large.ts')
        if (shown instanceof SVGSVGElement) openLarge(figure, shown)
      })
      // Over the drawing, not over the words that may stand before it.
      const drawing = [...figure.children].find((child) => child.matches('svg, div'))
      drawing?.before(button)
    }
  }
}

customElements.define('large-drawings', LargeDrawings)
