/**
 * `<part-contents>`: marks the section being read in the list of contents with `aria-current`. The section is the last
 * one whose heading has passed the upper third of the window.
 */
class PartContents extends HTMLElement {
  #observer: IntersectionObserver | undefined

  connectedCallback() {
    const links = new Map([...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => [link.hash.slice(1), link]))
    const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? [])
    const mark = () => {
      const current = headings.findLast((heading) => heading.getBoundingClientRect().top < window.innerHeight / 3)
      for (const [id, link] of links) link.toggleAttribute('aria-current', id === current?.id)
      if (current) links.get(current.id)?.setAttribute('aria-current', 'true')
    }
    this.#observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -67% 0px' })
    for (const heading of headings) this.#observer.observe(heading)
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }
}

customElements.define('part-contents', PartContents)
