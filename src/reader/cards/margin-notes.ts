import { copyOf } from '../copy-of.ts'
import { inSlices } from '../in-slices.ts'
import { loadOpenedStyles } from '../opened.ts'
import { foldButton, foldingNotes, type Measured, measureNote } from './fold-notes.ts'

/** Blocks that cannot hold a float: what overflows a table is cut off at its edge, and balanced lines break anew. */
const noFloats = '.aside, .table, h2, h3, h4, h5, h6, [role=doc-epigraph]'

/** A note before the block of its reference, and the reference that it stands level with. */
type Pushed = { readonly aside: HTMLElement; readonly reference: HTMLElement; readonly block: HTMLElement }

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
  #pushed: Pushed[] = []
  /** Size of the text that the notes were fitted to first, until that has been told. */
  #fitted = ''
  #observer = new ResizeObserver(() => this.#onResize())
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
    // A note that has no style is not shown, and what is not laid out yet of the text has no line to stand beside.
    await loadOpenedStyles().catch(() => undefined)
    await globalThis.pamphletLaidOut
    document.addEventListener('copy', leaveNotesOut, { signal: this.#aborter.signal })
    this.#fitted = this.#size
    // A long part has hundreds of them: at one stroke they would keep the page from answering. The first are seen first.
    const fold = foldingNotes()
    let last: Measured | undefined
    const show = (next?: Measured) => {
      if (last) fold(last, next)()
      last?.note.setAttribute('data-fitted', '')
      last = next
    }
    await inSlices(this.querySelectorAll<HTMLElement>('[role=doc-endnotes] > ol > li'), (note) => {
      const reference = document.getElementById(`ref-${note.id.slice('note-'.length)}-1`)
      // A note that only other notes refer to has no place in the text; an edit may have put another element in the place of this one.
      if (!reference || reference.closest('[role=doc-endnotes]') || !this.isConnected) return
      const aside = asideOf(note)
      this.#place(aside, reference)
      if (aside.checkVisibility()) show(measureNote(aside, this))
      else aside.setAttribute('data-fitted', '')
    })
    show()
    this.setAttribute('data-fitted', '')
    // Whatever changes where the lines of the text are changes its height or its width.
    const first = this.querySelector('.margin-note')
    for (const watched of [this.#text, first, ...this.#pushed.map(({ block }) => block)]) if (watched) this.#observer.observe(watched)
  }

  /** Told of all sizes once, when they begin to be watched: they are those that the notes were fitted to, as a rule. */
  #onResize() {
    if (this.#fitted !== this.#size) this.#fit()
    this.#fitted = ''
  }

  #fit() {
    for (const pushed of this.#pushed) push(pushed)
    const fold = foldingNotes()
    const shown = [...this.querySelectorAll<HTMLElement>('.margin-note')].filter((note) => note.checkVisibility())
    // All are measured before the first is changed, or each would be laid out anew.
    const measured = shown.map((note) => measureNote(note, this))
    for (const change of measured.map((note, i) => fold(note, measured[i + 1]))) change()
  }

  /** Without the list of notes, which may be laid out later. */
  get #text(): Element {
    return this.querySelector('.text') ?? this
  }

  get #size() {
    const { width, height } = this.#text.getBoundingClientRect()
    return `${width} ${height}`
  }

  #place(aside: HTMLElement, reference: HTMLElement) {
    const block = reference.closest<HTMLElement>(noFloats)
    if (!block) return reference.closest('sup')?.after(aside)
    // The note stands before the block then, pushed down to the line of its reference.
    block.before(aside)
    const pushed = { aside, reference, block }
    this.#pushed.push(pushed)
    push(pushed)
  }
}

function push({ aside, reference }: Pushed) {
  aside.style.marginBlockStart = '0'
  const distance = reference.getBoundingClientRect().top - aside.getBoundingClientRect().top
  aside.style.marginBlockStart = `${Math.max(0, distance)}px`
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
