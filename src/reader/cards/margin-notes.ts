import { copyOf } from '../copy-of.ts'
import { inSlices } from '../in-slices.ts'

/** Longer notes are folded: about twenty lines of a margin. */
const longest = 640

/** Blocks that cannot hold a float: what overflows a table is cut off at its edge, and balanced lines break anew. */
const noFloats = '.table, h2, h3, h4, h5, h6, [role=doc-epigraph]'

/**
 * `<margin-notes>`: in wide windows each note also stands in the margin, level with the first reference to it. Styles
 * float it there, so that no two overlap whatever the sizes; what they cannot do is show one element in two places.
 * The copies are hidden from screen readers and the Tab key, which have the list at the end.
 * See decision 8.
 */
class MarginNotes extends HTMLElement {
  #wide = matchMedia('(width >= 75em)')
  #aborter = new AbortController()
  #pushed: { aside: HTMLElement; reference: HTMLElement }[] = []
  #observer = new ResizeObserver(() => this.#push())

  connectedCallback() {
    if (this.#wide.matches) void this.#build()
    else this.#wide.addEventListener('change', () => void this.#build(), { once: true, signal: this.#aborter.signal })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#observer.disconnect()
  }

  async #build() {
    await inSlices(this.querySelectorAll<HTMLElement>('[role=doc-endnotes] > ol > li'), (note) => {
      const reference = document.getElementById(`ref-${note.id.slice('note-'.length)}-1`)
      // A note that only other notes refer to has no place in the text.
      if (reference && !reference.closest('[role=doc-endnotes]')) this.#place(asideOf(note), reference)
    })
  }

  #place(aside: HTMLElement, reference: HTMLElement) {
    const block = reference.closest<HTMLElement>(noFloats)
    if (!block) return reference.closest('sup')?.after(aside)
    // The note stands before the block then, pushed down to the line of its reference.
    block.before(aside)
    this.#pushed.push({ aside, reference })
    this.#push()
    this.#observer.observe(block)
  }

  #push() {
    for (const { aside, reference } of this.#pushed) {
      aside.style.marginBlockStart = '0'
      const distance = reference.getBoundingClientRect().top - aside.getBoundingClientRect().top
      aside.style.marginBlockStart = `${Math.max(0, distance)}px`
    }
  }
}

function asideOf(note: HTMLElement): HTMLElement {
  const aside = document.createElement('aside')
  aside.className = 'margin-note'
  aside.ariaHidden = 'true'
  aside.dataset.note = note.id
  const text = document.createElement('div')
  text.append(numberOf(note), copyOf(note))
  aside.append(text)
  if ((text.textContent ?? '').length > longest) aside.append(foldOf(aside))
  for (const stop of aside.querySelectorAll<HTMLElement>('a, button')) stop.tabIndex = -1
  return aside
}

function numberOf(note: HTMLElement): HTMLElement {
  const link = document.createElement('a')
  link.className = 'number'
  link.href = `#${note.id}`
  link.textContent = note.getAttribute('value')
  return link
}

function foldOf(aside: HTMLElement): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  const fold = (isFolded: boolean) => {
    aside.toggleAttribute('data-folded', isFolded)
    button.textContent = document.querySelector('margin-notes')?.getAttribute(`data-say-${isFolded ? 'more' : 'less'}`) ?? ''
  }
  button.addEventListener('click', () => fold(!aside.hasAttribute('data-folded')))
  fold(true)
  return button
}

customElements.define('margin-notes', MarginNotes)
