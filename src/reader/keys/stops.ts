/** Where the eye is taken to be, from the top of the window; what begins above it has been reached. */
const eye = () => Math.min(innerHeight / 3, 200)

const shown = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility())

/** The next such element after, or the last before, the one that has the focus, else the place at the eye. */
export function followingOf(selector: string, by: 1 | -1): HTMLElement | undefined {
  const all = shown(selector)
  const focused = document.activeElement
  const from = focused && focused !== document.body && isInWindow(focused) && focused.closest('main') ? focused : undefined
  if (by > 0) return all.find((element) => (from ? isAfter(from, element) : topOf(element) > eye()))
  return all.findLast((element) => (from ? isAfter(element, from) && !element.contains(from) : topOf(element) < 0))
}

/** The last such element that begins above the eye, else the first. */
export function nearest(selector: string): HTMLElement | undefined {
  const all = shown(selector)
  return all.findLast((element) => topOf(element) <= eye()) ?? all[0]
}

const topOf = (element: Element) => element.getBoundingClientRect().top

const isInWindow = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

const isAfter = (one: Node, other: Node) =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) && !one.contains(other)
