/**
 * Has what a window does not show yet of a text laid out once the first picture is there: for whoever comes to the
 * beginning of a page, not to a place in it and not back to it. Runs in the head, as text of the page: it must need nothing
 * from outside itself. `lay-out-text.ts` does it then. See decisions 134 and 136.
 *
 * @param root `<html>`
 */
export function putOffText(root: HTMLElement) {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (visit?.type === 'navigate' && !location.hash) root.dataset.arriving = ''
}
