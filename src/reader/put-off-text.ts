/**
 * Has what a narrow window does not show yet of a text laid out once the first picture is there: whoever comes to the
 * beginning of a page, not to a place in it and not back to it. Runs in the head, as text of the page: it must need nothing
 * from outside itself. `lay-out-text.ts` does it then. See decision 134.
 *
 * @param root `<html>`
 */
export function putOffText(root: HTMLElement) {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (visit?.type === 'navigate' && !location.hash && !matchMedia('(width >= 75em)').matches) root.dataset.arriving = ''
}
