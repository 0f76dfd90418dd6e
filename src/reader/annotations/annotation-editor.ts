import { say } from '../../locales/say.ts'
import { coverTyped } from '../faces/cover-letters.ts'
import { openOver } from '../open-over.ts'
import { type Annotation, colours } from './annotation.ts'

type Does = { readonly save: (changed: Annotation) => Promise<void>; readonly remove: () => Promise<void> }

/** A sheet with the words that were marked, their colour, and what the reader writes to them. */
export function editAnnotation(annotation: Annotation, does: Does) {
  const dialog = document.createElement('dialog')
  dialog.className = 'sheet own-note'
  dialog.ariaLabel = say('own-notes', 'title')
  const words = document.createElement('blockquote')
  words.textContent = annotation.exact
  const form = document.createElement('form')
  form.method = 'dialog'
  const choice = document.createElement('fieldset')
  const legend = document.createElement('legend')
  legend.textContent = say('own-notes', 'colour')
  choice.append(legend, ...colours.map((colour) => radioFor(colour, annotation.colour === colour)))
  const label = document.createElement('label')
  const area = document.createElement('textarea')
  area.rows = 5
  area.value = annotation.note
  area.addEventListener('input', () => coverTyped(area.value))
  label.append(say('own-notes', 'note'), area)
  const remove = button(say('own-notes', 'remove'))
  remove.addEventListener('click', async () => {
    await does.remove()
    dialog.close()
  })
  const save = button(say('own-notes', 'save'))
  save.type = 'submit'
  form.append(choice, label, save, ' ', remove)
  form.addEventListener('submit', () => {
    const chosen = form.querySelector<HTMLInputElement>('input:checked')?.value
    void does.save({ ...annotation, colour: colours.find((colour) => colour === chosen) ?? annotation.colour, note: area.value.trim() })
  })
  dialog.append(words, form)
  dialog.addEventListener('toggle', ({ newState }) => newState === 'closed' && dialog.remove())
  document.body.append(dialog)
  openOver(dialog)
  area.focus()
}

function radioFor(colour: (typeof colours)[number], isChosen: boolean): HTMLLabelElement {
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.type = 'radio'
  input.name = 'colour'
  input.value = colour
  input.checked = isChosen
  const sample = document.createElement('span')
  sample.className = 'own-sample'
  sample.dataset.colour = colour
  sample.textContent = say('own-notes', colour)
  label.append(input, ' ', sample)
  return label
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = words
  return made
}
