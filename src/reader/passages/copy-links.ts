import { say } from '../../locales/say.ts'
import { inSlices } from '../in-slices.ts'
import { namesOf, passageAt, places } from './passage.ts'

/**
 * `<copy-links>`: gives every place that has an address a button beside it which copies its permalink. `<passage-tools>`
 * hears of it by the event `pamphlet:passage`.
 */
class CopyLinks extends HTMLElement {
  connectedCallback() {
    void inSlices(document.querySelectorAll<HTMLElement>(places), (place) => {
      const cell = place.localName === 'table' ? place.querySelector('th, td') : null
      if (cell) cell.prepend(buttonFor(place))
      else place.append(buttonFor(place))
    })
  }
}

function buttonFor(place: HTMLElement): HTMLButtonElement {
  const { name } = namesOf(place)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy-link'
  button.ariaLabel = say('passage-tools', name ? 'copyLinkTo' : 'copyLink', { name })
  if (place.dataset.paragraph) button.dataset.number = place.dataset.paragraph
  button.addEventListener('click', () =>
    button.dispatchEvent(new CustomEvent('pamphlet:passage', { bubbles: true, detail: passageAt(place) })),
  )
  return button
}

customElements.define('copy-links', CopyLinks)
