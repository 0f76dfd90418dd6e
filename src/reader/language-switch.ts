/**
 * `<language-switch>`: the links to the page in other languages, which lead to the paragraph at the eye, since paragraphs
 * have the same ids in all of them. Without this they lead to the page.
 */
class LanguageSwitch extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    // Before it is followed, opened in another window, or its address copied.
    for (const kind of ['pointerdown', 'keydown', 'click', 'contextmenu'])
      this.addEventListener(kind, ({ target }) => target instanceof Element && lead(target.closest('a')), { signal, capture: true })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }
}

/** The paragraph that was asked for, or followed, while it is in the window; else the first one there; at the top of the page, none. */
function lead(link: HTMLAnchorElement | null) {
  if (!link) return
  const asked = document.getElementById(location.hash.slice(1))
  const blocks = [...document.querySelectorAll('main [id^="p-"], main [id^="note-"]')]
  const at = (asked && isSeen(asked) ? asked : undefined) ?? (scrollY > innerHeight / 2 ? blocks.find(isSeen) : undefined)
  link.hash = at?.id ?? ''
}

function isSeen(block: Element): boolean {
  const { top, bottom, height } = block.getBoundingClientRect()
  return height > 0 && bottom > innerHeight / 8 && top < innerHeight
}

customElements.define('language-switch', LanguageSwitch)
