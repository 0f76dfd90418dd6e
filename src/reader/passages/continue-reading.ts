import { inPercent } from '../../locales/percent.ts'
import { keep, kept } from '../choices/kept.ts'
import { placesIn, type ReadingPlace } from './reading-place.ts'

/**
 * `<continue-reading>`: on the front page, a link to where the reader was last, and a button to forget it. Its links
 * stand in it for each part (`<a data-part="part-1">`), hidden until one of them is wanted; of many parts one link stands
 * there (`<a data-listed>`), which becomes that of the list below.
 */
class ContinueReading extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    this.#show()
    this.querySelector('button')?.addEventListener(
      'click',
      () => {
        keep('places', {})
        this.#show()
      },
      { signal },
    )
    this.addEventListener(
      'click',
      ({ target }) => target instanceof Element && keep('resumed', target.closest('a')?.hash.slice(1) ?? '', 'sessionStorage'),
      { signal },
    )
    document.addEventListener('pamphlet:forgotten', () => this.#show(), { signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  /** Without the module that says things elsewhere, which the page would load for this alone. */
  #sayPlace({ number, share }: ReadingPlace): string {
    return (this.getAttribute('data-say-place') ?? '')
      .replace('{number}', number)
      .replace('{share}', inPercent(this.dataset.share ?? '', share))
  }

  #show() {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a')]
    this.#takeFromList(links.find((link) => 'listed' in link.dataset))
    const places = [...placesIn(kept('places'))].flatMap(([part, place]) =>
      links.some(({ dataset }) => dataset.part === part) ? [{ part, ...place }] : [],
    )
    const [last] = places.sort((a, b) => b.when - a.when)
    this.hidden = last === undefined
    for (const link of links) {
      link.hidden = link.dataset.part !== last?.part
      if (link.hidden || !last) continue
      link.hash = last.fragment
      const where = link.querySelector('span')
      if (where) where.textContent = this.#sayPlace(last)
    }
  }

  /** Makes the link that of the part where the reader was last, as the list of parts on this page has it. */
  #takeFromList(link: HTMLAnchorElement | undefined) {
    if (!link) return
    const listed = new Map(
      [...document.querySelectorAll<HTMLAnchorElement>('.part-groups a')].map((each) => [each.dataset.part ?? '', each] as const),
    )
    const [last] = [...placesIn(kept('places'))].filter(([part]) => listed.has(part)).sort(([, a], [, b]) => b.when - a.when)
    const of = last && listed.get(last[0])
    if (!of) return
    link.href = of.href
    link.dataset.part = of.dataset.part
    link.querySelector('b')?.replaceChildren(of.querySelector('b')?.textContent ?? '')
  }
}

customElements.define('continue-reading', ContinueReading)
