/**
 * `<part-contents>`: marks the section being read in the list of contents with `aria-current`, and says so by the event
 * `pamphlet:section`. The section is the last one whose heading has passed the upper third of the window; where the page
 * ends before a heading can, the one that was jumped to.
 */
class PartContents extends HTMLElement {
  #observer: IntersectionObserver | undefined
  #wide = matchMedia('(width >= 75em)')

  connectedCallback() {
    const links = new Map([...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => [link.hash.slice(1), link]))
    const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? [])
    const mark = () => {
      const hasPassed = (heading: Element) => heading.getBoundingClientRect().top < innerHeight / 3
      const target = headings.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)))
      const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
      const current = isAtEnd && target && target.getBoundingClientRect().top > 0 ? target : headings.findLast(hasPassed)
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
      this.dispatchEvent(new CustomEvent('pamphlet:section', { bubbles: true, detail: current && links.get(current.id)?.textContent }))
    }
    // Whatever lies above the line is inside, so that a jump over several headings is noticed as a step is.
    this.#observer = new IntersectionObserver(mark, { rootMargin: '9999999px 0px -66.6% 0px' })
    for (const heading of headings) this.#observer.observe(heading)
    addEventListener('hashchange', mark)
    this.#unfold()
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }

  /** In a wide window styles show the list whatever its state, and there is nothing to be folded. */
  #unfold() {
    const details = this.querySelector('details')
    const fit = () => {
      if (details) details.open = this.#wide.matches
      const summary = details?.querySelector('summary')
      if (summary) summary.tabIndex = this.#wide.matches ? -1 : 0
    }
    this.#wide.onchange = fit
    fit()
  }
}

customElements.define('part-contents', PartContents)
