import { say } from '../../locales/say.ts'
import { loadOpened } from '../opened.ts'

/** `<large-drawings>`, before the drawings of a figure: a button that opens the one that is shown over the whole window. */
class LargeDrawings extends HTMLElement {
  connectedCallback() {
    const figure = this.closest('figure')
    if (!figure || this.closest('dialog') || this.firstChild) return
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = say('large-drawings', 'open')
    button.addEventListener('click', async () => {
      const shown = [...figure.querySelectorAll('svg:not([aria-hidden="true"])')].find((svg) => svg.checkVisibility())
      const [{ openLarge }] = await Promise.all([import('./open-large.ts'), loadOpened()])
      if (shown instanceof SVGSVGElement) openLarge(figure, shown)
    })
    this.replaceChildren(button)
  }
}

customElements.define('large-drawings', LargeDrawings)
