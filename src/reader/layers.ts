/*
 * What lies over the page (a dialog, a sheet, a card that was tapped) is an entry of the history of its own: going back,
 * with a phone’s own control as well, closes it and leaves the page as it is. See decision 82.
 */

const layers: HTMLElement[] = []
let isMoving = false
/** The link that was followed while something lay over the page. */
let next: string | undefined

const depth = () => Number((history.state as { layer?: unknown } | null)?.layer ?? 0)

/** Makes the history as deep as there are layers. */
function settle() {
  if (isMoving) return
  const surplus = depth() - layers.length
  if (surplus > 0) {
    isMoving = true
    history.go(-surplus)
  } else if (surplus < 0) {
    // The browser would scroll to where the page was when the layer opened.
    history.scrollRestoration = 'manual'
    for (let number = depth(); number < layers.length; ) history.pushState({ ...history.state, layer: ++number }, '')
  } else if (layers.length === 0) {
    history.scrollRestoration = 'auto'
    const href = next
    // Going to another place of the page is a step in the history, too.
    next = undefined
    if (href === undefined) return
    location.assign(href)
    dispatchEvent(new Event('pamphlet:arrived'))
  }
}

function close(layer: HTMLElement | undefined) {
  if (layer instanceof HTMLDialogElement) layer.close()
  else if (layer?.matches(':popover-open')) layer.hidePopover()
}

addEventListener('popstate', () => {
  if (!isMoving) while (layers.length > depth()) close(layers.pop())
  isMoving = false
  settle()
})

document.addEventListener(
  'toggle',
  ({ target, newState }) => {
    if (!(target instanceof HTMLElement && target.matches('dialog, [data-layer]'))) return
    const at = layers.indexOf(target)
    if (newState === 'open' && at < 0) layers.push(target)
    else if (newState === 'closed' && at >= 0) for (const inner of layers.splice(at).slice(1)) close(inner)
    settle()
  },
  true,
)

// A link is followed from the page itself, so that going back does not lead through what was closed.
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || (layers.length === 0 && depth() === 0) || event.defaultPrevented || event.button !== 0) return
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.target || link.hasAttribute('download')) return
  event.preventDefault()
  next = link.href
  for (const layer of layers.splice(0).reverse()) close(layer)
  settle()
})

// The page was loaded anew while something lay over it.
settle()
