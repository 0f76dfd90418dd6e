import { copyOf } from '../copy-of.ts'
import { inSlices } from '../in-slices.ts'
import { loadOpenedStyles } from '../opened.ts'
import { foldButton, foldingOf } from './fold-notes.ts'

/** Blocks that cannot hold a float: what overflows a table is cut off at its edge, and balanced lines break anew. */
const noFloats = '.aside, .table, h2, h3, h4, h5, h6, [role=doc-epigraph]'

/**
 * `<margin-notes>`: in wide windows each note also stands in the margin, level with the first reference to it. Styles
 * float it there, so that no two overlap whatever the sizes; what they cannot do is show one element in two places.
 * The copies are hidden from screen readers and the Tab key, which have the list at the end. They can be selected, and are
 * left out of what is copied of the text. Which of them are folded is decided by `fold-notes.ts`.
 * See decision 8.
 */
class MarginNotes extends HTMLElement {
  #wide = matchMedia('(width >= 75em)')
  #aborter = new AbortController()
  #pushed: { aside: HTMLElement; reference: HTMLElement }[] = []
  #observer = new ResizeObserver(() => this.#fit())
  #choices = new MutationObserver(() => this.#begin())
  #isBegun = false

  connectedCallback() {
    this.#wide.addEventListener('change', () => this.#begin(), { signal: this.#aborter.signal })
    this.#choices.observe(document.documentElement, { attributeFilter: ['data-notes'] })
    this.#begin()
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#observer.disconnect()
    this.#choices.disconnect()
  }

  /** Once there is a margin, and the reader has not chosen to have notes in cards alone. */
  #begin() {
    if (this.#isBegun || !this.#wide.matches || document.documentElement.dataset.notes === 'cards') return
    this.#isBegun = true
    this.#choices.disconnect()
    void this.#build()
  }

  async #build() {
    // A note that has no style is not shown.
    await loadOpenedStyles().catch(() => undefined)
    await inSlices(this.querySelectorAll<HTMLElement>('[role=doc-endnotes] > ol > li'), (note) => {
      const reference = document.getElementById(`ref-${note.id.slice('note-'.length)}-1`)
      // A note that only other notes refer to has no place in the text.
      if (reference && !reference.closest('[role=doc-endnotes]')) this.#place(asideOf(note), reference)
    })
    document.addEventListener('copy', leaveNotesOut, { signal: this.#aborter.signal })
    // A long part has hundreds of them: at one stroke they would keep the page from answering.
    this.#push()
    await inSlices(foldingOf(this.#notes), (fold) => fold())
    await inSlices(this.#notes, (note) => note.setAttribute('data-fitted', ''))
    this.setAttribute('data-fitted', '')
    // Whatever changes where the lines of the text are changes its height or its width.
    this.#observer.observe(this)
    const first = this.querySelector('.margin-note')
    if (first) this.#observer.observe(first)
  }

  #fit() {
    this.#push()
    for (const fold of foldingOf(this.#notes)) fold()
  }

  get #notes() {
    return this.querySelectorAll<HTMLElement>('.margin-note')
  }

  #place(aside: HTMLElement, reference: HTMLElement) {
    const block = reference.closest<HTMLElement>(noFloats)
    if (!block) return reference.closest('sup')?.after(aside)
    // The note stands before the block then, pushed down to the line of its reference.
    block.before(aside)
    this.#pushed.push({ aside, reference })
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
  aside.append(foldButton(aside))
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

/** While a selection that begins in the text is copied, the notes beside it cannot be selected. */
function leaveNotesOut() {
  const { anchorNode } = getSelection() ?? {}
  if (anchorNode?.parentElement?.closest('.margin-note')) return
  const root = document.documentElement
  root.classList.add('copying')
  setTimeout(() => root.classList.remove('copying'))
}

customElements.define('margin-notes', MarginNotes)
