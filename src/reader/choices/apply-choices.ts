import type { ReaderChoices } from '../../model/choices.ts'

/**
 * Puts the reader’s choices on the root element, as `data-theme`, `data-size` and so on: those that there are, with the
 * values they can have, whatever else stands in the storage. Runs in the head, as text of the page, so that the first
 * paint knows them: it must need nothing from outside itself. `kept.ts` writes them, and explains the names.
 * See decision 20.
 *
 * @param root `<html>`, whose `data-series` names the series and `data-root` leads to where the publication begins
 */
export function applyChoices(root: HTMLElement, choices: ReaderChoices) {
  try {
    const { series, root: path = '' } = root.dataset
    const read = (place: string) => localStorage.getItem(`pamphlet:${place}${series}:choices`)
    const text = read(location.protocol === 'file:' ? '' : `${new URL(path, location.href).pathname}:`) ?? read('') ?? ''
    if (text.length > 999) return
    const chosen = JSON.parse(text)
    for (const name in choices) if (choices[name]?.includes(chosen[name])) root.dataset[name] = chosen[name]
  } catch {
    // Without storage nothing was chosen.
  }
}
