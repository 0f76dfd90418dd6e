/**
 * The element of the page that is shown for one of the page as it was served: scripts have added to it since, and taken
 * nothing away.
 *
 * @returns nothing where that cannot be said for sure
 */
export function shownElement(served: Element): Element | undefined {
  if (served.localName === 'body') return document.body
  const byId = served.id ? document.getElementById(served.id) : null
  if (byId) return byId.localName === served.localName ? byId : undefined
  const parent = served.parentElement && shownElement(served.parentElement)
  if (!parent || !served.parentElement) return undefined
  const alike = (among: Element) =>
    [...among.children].filter((one) => one.localName === served.localName && one.className === served.className)
  const [here, there] = [alike(served.parentElement), alike(parent)]
  return here.length === there.length ? there[here.indexOf(served)] : undefined
}
