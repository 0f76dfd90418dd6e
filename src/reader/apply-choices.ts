/**
 * Puts the reader’s choices on the root element, as `data-theme`, `data-size` and so on. Runs in the head, as text of
 * the page, so that the first paint knows them: it must need nothing from outside itself.
 *
 * @param root `<html>`, whose `data-series` names the series
 */
export function applyChoices(root: HTMLElement) {
  try {
    Object.assign(root.dataset, JSON.parse(localStorage.getItem(`pamphlet:${root.dataset.series}:choices`) ?? '{}'))
  } catch {
    // Without storage nothing was chosen.
  }
}
