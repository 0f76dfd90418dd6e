import { inFigures, sayCount } from '../locales/say-count.ts'

/**
 * `<list-filter>`: shows, of the items inside it, those that its form asks for, and hides groups that are left empty.
 * Without script only what styles can choose is shown of the form, and all items are. What is chosen stands in the address, so that a
 * filtered list can be linked.
 */
class ListFilter extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const { signal } = this.#aborter
    for (const [name, value] of new URLSearchParams(location.search)) {
      const control = form.elements.namedItem(name)
      // Of several radio buttons of one name the browser makes a list with the value of the chosen one.
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof RadioNodeList)
        control.value = value
    }
    form.addEventListener('input', () => this.#apply(form), { signal })
    form.addEventListener('submit', (event) => event.preventDefault(), { signal })
    // Where nothing is asked the list is as it came.
    if (location.search || wantedOf(form).length > 0) this.#apply(form)
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  #apply(form: HTMLFormElement) {
    const wanted = wantedOf(form)
    const items = [...this.querySelectorAll<HTMLElement>('[data-filter-item]')]
    for (const item of items) item.hidden = !wanted.every(([name, value]) => isAsked(item, name, value))
    for (const group of this.querySelectorAll<HTMLElement>('[data-filter-group]')) {
      group.hidden = !group.querySelector('[data-filter-item]:not([hidden])')
    }
    const shown = items.filter((item) => !item.hidden).length
    const status = form.querySelector('[role=status]')
    if (status) status.textContent = wanted.length > 0 ? sayCount(form, 'filtered', items.length, { shown: inFigures(shown) }) : ''
    void cover(wanted.map(([, value]) => value).join(''))
    history.replaceState(
      null,
      '',
      `${wanted.length > 0 ? `?${new URLSearchParams(wanted.map(([name, value]) => [name, value]))}` : location.pathname}${location.hash}`,
    )
  }
}

/** What the form asks for: names of controls with what is typed or chosen there. */
const wantedOf = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && value.trim() ? [[name, value.trim()] as const] : []))

function isAsked(item: HTMLElement, name: string, value: string): boolean {
  if (name !== 'words') return (item.dataset[name] ?? '').split(' ').includes(value)
  const text = fold(item.dataset.words ?? item.textContent ?? '')
  return fold(value)
    .split(/\s+/u)
    .every((word) => text.includes(word))
}

/** What is typed may have letters that nobody has written, which have faces of their own. */
async function cover(typed: string) {
  if (!/[^\0-\u{7f}]/u.test(typed)) return
  const faces = await import('./faces/cover-letters.ts').catch(() => undefined)
  faces?.coverTyped(typed)
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/gu, '').toLowerCase()

customElements.define('list-filter', ListFilter)
