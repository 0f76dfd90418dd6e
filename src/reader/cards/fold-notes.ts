/** Lines of a folded note at least, and lines that folding must save. */
const lines = { shown: 5, saved: 4 }

/** Where a note stands, in pixels from the beginning of the text, and how high it is unfolded. */
export type Measured = {
  readonly note: HTMLElement
  readonly line: number
  readonly height: number
  readonly lineHeight: number
  readonly gap: number
}

/** Measures a note, which has its text as its first child, in the element that holds all of them. */
export function measureNote(note: HTMLElement, holder: Element): Measured {
  const text = note.firstElementChild as HTMLElement
  const { lineHeight, marginBlockEnd } = getComputedStyle(note)
  // What stands before the note in its line is the reference; a note that was pushed down stands level with it by itself.
  const { top, height } = (note.previousElementSibling ?? note).getBoundingClientRect()
  const isBeside = note.previousElementSibling?.matches('.reference') === true
  const line = isBeside ? top + height / 2 : note.getBoundingClientRect().top + Number.parseFloat(lineHeight) / 2
  return {
    note,
    line: line - holder.getBoundingClientRect().top,
    // Of a folded one too.
    height: text.scrollHeight,
    lineHeight: Number.parseFloat(lineHeight),
    gap: Number.parseFloat(marginBlockEnd),
  }
}

/**
 * Folds, of the notes in the margin, those that would push the next one off the line of its reference, if that saves lines
 * enough; as many whole lines are shown as there is room for. All others stand whole. What the reader has unfolded stays so.
 *
 * @returns asked for each note in the order of the text, with the one after it, what folds or unfolds it
 */
export function foldingNotes(): (note: Measured, next: Measured | undefined) => () => void {
  let free = Number.NEGATIVE_INFINITY
  return ({ note, line, height, lineHeight, gap }, next) => {
    const top = Math.max(free, line - lineHeight / 2)
    const room = next ? next.line - next.lineHeight / 2 - top - gap : Number.POSITIVE_INFINITY
    // The button takes a line and a half.
    const fitting = Math.max(lines.shown, Math.floor(room / lineHeight - 1.5))
    const isFolded =
      height > room + lineHeight && height - (fitting + 1.5) * lineHeight >= lines.saved * lineHeight && note.dataset.unfolded === undefined
    free = top + gap + (isFolded ? (fitting + 1.5) * lineHeight : height)
    return () => {
      if (isFolded) note.style.setProperty('--lines', String(fitting))
      note.toggleAttribute('data-folded', isFolded)
      name(note)
    }
  }
}

/** The button of a note that folds and unfolds it; styles show it where there is something to be folded. */
export function foldButton(note: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.addEventListener('click', () => {
    const isFolded = note.toggleAttribute('data-folded')
    note.toggleAttribute('data-unfolded', !isFolded)
    name(note)
  })
  return button
}

function name(note: HTMLElement) {
  const button = note.querySelector(':scope > button')
  const words = note.hasAttribute('data-folded') ? 'more' : 'less'
  const said = note.closest('margin-notes')?.getAttribute(`data-say-${words}`) ?? ''
  if (button && button.textContent !== said) button.textContent = said
}
