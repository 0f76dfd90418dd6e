/**
 * `<moved-page>`: on a page that has moved, takes a reader who came for one passage straight to where it is now. Without
 * script the line of that passage is marked, and has the link.
 */
class MovedPage extends HTMLElement {
  connectedCallback() {
    const id = decodeURIComponent(location.hash.slice(1))
    const target = id && document.getElementById(id)?.closest('li')?.querySelector<HTMLAnchorElement>('a')?.href
    if (target) location.replace(target)
  }
}

customElements.define('moved-page', MovedPage)
