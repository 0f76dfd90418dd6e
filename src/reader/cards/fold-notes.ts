/** Lines of a folded note at least, and lines that folding must save. */
const lines = { shown: 5, saved: 4 }

/**
 * Folds, of the notes in the margin, those that would push the next one off the line of its reference, if that saves lines
 * enough; as many whole lines are shown as there is room for. All others stand whole. What the reader has unfolded stays so.
 *
 * @param notes in the order of the text, each with its text as its first child and the button of {@link foldButton}
 * @returns what folds or unfolds each of them: all are measured before the first is changed, or each would be laid out anew
 */
export function foldingOf(notes: Iterable<HTMLElement>): (() => void)[] {
  const shown = [...notes].filter((note) => note.checkVisibility())
  const read = shown.map((note) => {
    const text = note.firstElementChild as HTMLElement
    const { lineHeight, marginBlockEnd } = getComputedStyle(note)
    // What stands before the note in its line is the reference; a note that was pushed down stands level with it by itself.
    const { top, height } = (note.previousElementSibling ?? note).getBoundingClientRect()
    const isBeside = note.previousElementSibling?.matches('.reference') === true
    return {
      note,
      line: isBeside ? top + height / 2 : note.getBoundingClientRect().top + Number.parseFloat(lineHeight) / 2,
      // Of a folded one too.
      height: text.scrollHeight,
      lineHeight: Number.parseFloat(lineHeight),
      gap: Number.parseFloat(marginBlockEnd),
    }
  })
  let free = Number.NEGATIVE_INFINITY
  const folds = read.map(({ note, line, height, lineHeight, gap }, i) => {
    const top = Math.max(free, line - lineHeight / 2)
    const next = read[i + 1]
    const room = next ? next.line - next.lineHeight / 2 - top - gap : Number.POSITIVE_INFINITY
    // The button takes a line and a half.
    const fitting = Math.max(lines.shown, Math.floor(room / lineHeight - 1.5))
    const isFolded =
      height > room + lineHeight && height - (fitting + 1.5) * lineHeight >= lines.saved * lineHeight && note.dataset.unfolded === undefined
    free = top + gap + (isFolded ? (fitting + 1.5) * lineHeight : height)
    return { note, fitting: isFolded ? fitting : undefined }
  })
  return folds.map(({ note, fitting }) => () => {
    if (fitting !== undefined) note.style.setProperty('--lines', String(fitting))
    note.toggleAttribute('data-folded', fitting !== undefined)
    name(note)
  })
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
