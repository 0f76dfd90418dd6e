import type { ReaderChoices } from '../../model/choices.ts'

/**
 * Puts the reader’s choices on the root element, as `data-theme`, `data-size` and so on: those that there are, with the
 * values they can have, whatever else stands in the storage. Runs in the head, as text of the page, so that the first
 * paint knows them: it must need nothing from outside itself. `kept.ts` writes them, and explains the names.
 * See decision 20.
 *
 * @param root `<html>`, whose `data-series` names the series
 * @param place see `placeOfKept`
 */
export function applyChoices(root: HTMLElement, place: string, choices: ReaderChoices) {
  try {
    const read = (at: string) => localStorage.getItem(`pamphlet:${at}${root.dataset.series}:choices`)
    const text = read(place) ?? read('') ?? ''
    if (text.length > 999) return
    const chosen = JSON.parse(text)
    for (const name in choices) if (choices[name]?.includes(chosen[name])) root.dataset[name] = chosen[name]
  } catch {
    // Without storage nothing was chosen.
  }
}
