/**
 * `<moved-page>`, after the list of what was on a page that has moved: takes a reader who came for one passage straight
 * to where it is now. Without script the line of that passage is marked, and has the link.
 */
class MovedPage extends HTMLElement {
  connectedCallback() {
    const id = decodeURIComponent(location.hash.slice(1))
    // In the single file there are other places on the page, which are where they are.
    const place = [...(this.parentElement?.querySelectorAll('.retired [id]') ?? [])].find((candidate) => candidate.id === id)
    const target = place?.closest('li')?.querySelector('a')?.href
    if (target) location.replace(target)
  }
}

customElements.define('moved-page', MovedPage)
