/**
 * Marks words by the CSS Custom Highlight API, which changes nothing in the page; a browser without it marks none. The rules
 * of marks hold only once there is one: else each element of the page would be styled for them too. See decision 137.
 *
 * @param name what its rule calls it: `[data-highlit] ::highlight(name)`
 */
export function highlight(name: string, ranges: readonly Range[]) {
  if (ranges.length > 0) document.body.dataset.highlit = ''
  CSS.highlights?.set(name, new Highlight(...ranges))
}
