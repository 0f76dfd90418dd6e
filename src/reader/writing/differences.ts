/** Where a page as it is served now differs from the same page as it was served before. */
export type Difference = {
  /** What stood there, one after the other in one element; nothing where something is new. */
  readonly before: readonly Element[]
  readonly after: readonly Element[]
  /** Of the page as it was: the element in which it stands, and the last one before it. */
  readonly parent: Element
  readonly previous: Element | undefined
}

/**
 * The smallest elements in which two versions of a page differ, in the order of the page. An element that has text of its own
 * is one of them as a whole.
 *
 * @param before an element of the page as it was, with a parent
 * @param after what stands in its place
 */
export function differencesOf(before: Element, after: Element): Difference[] {
  if (before.isEqualNode(after)) return []
  if (!isSameShell(before, after) || hasText(before) || hasText(after)) return [replaced(before, after)]
  const [were, are] = [[...before.children], [...after.children]]
  const start = countEqual(were, are)
  const end = countEqual(were.slice(start).reverse(), are.slice(start).reverse())
  const [gone, come] = [were.slice(start, were.length - end), are.slice(start, are.length - end)]
  if (gone.length === come.length) return gone.flatMap((one, i) => differencesOf(one, come[i] as Element))
  return [{ before: gone, after: come, parent: before, previous: were[start - 1] }]
}

const replaced = (before: Element, after: Element): Difference => ({
  before: [before],
  after: [after],
  parent: before.parentElement ?? before,
  previous: before.previousElementSibling ?? undefined,
})

const isSameShell = (one: Element, other: Element) => one.cloneNode(false).isEqualNode(other.cloneNode(false))

const hasText = ({ childNodes }: Element) => [...childNodes].some((node) => node instanceof Text && node.data.trim() !== '')

/** How many elements at the beginning are the same. */
function countEqual(some: readonly Element[], others: readonly Element[]): number {
  const at = some.findIndex((one, i) => !others[i] || !one.isEqualNode(others[i]))
  return at < 0 ? some.length : at
}
