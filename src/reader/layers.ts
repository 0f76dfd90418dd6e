/*
 * What lies over the page (a dialog, a sheet, a card that was tapped) has an entry of the history: going back, with a phone’s
 * own control as well, closes it and leaves the page as it is. What is closed otherwise leaves its entry behind, for the
 * next to use; going back passes over it. See decision 82.
 */

const layers: HTMLElement[] = []

const depth = () => Number((history.state as { layer?: unknown } | null)?.layer ?? 0)

/** The entry that the reader has come from. An entry for a layer has the address of the one below it. */
let last = { depth: depth(), href: location.href }
const note = () => {
  last = { depth: depth(), href: location.href }
}

function close(layer: HTMLElement | undefined) {
  if (layer instanceof HTMLDialogElement) layer.close()
  else if (layer?.matches(':popover-open')) layer.hidePopover()
}

function enter() {
  while (depth() < layers.length) {
    const layer = depth() + 1
    // Coming back to this entry the browser would scroll to where the page was when the layer opened.
    history.scrollRestoration = 'manual'
    history.pushState({ ...history.state, layer }, '')
    history.scrollRestoration = 'auto'
  }
  note()
}

addEventListener('popstate', () => {
  const [from, now] = [last, depth()]
  note()
  // Another address is another place of the page, gone to by a link.
  if (now < from.depth && layers.length <= now && location.href === from.href) return history.back()
  while (layers.length > now) close(layers.pop())
})

document.addEventListener(
  'toggle',
  ({ target, newState }) => {
    if (!(target instanceof HTMLElement && target.matches('dialog, [data-layer]'))) return
    const at = layers.indexOf(target)
    if (newState === 'open' && at < 0) layers.push(target)
    else if (newState === 'closed' && at >= 0) for (const inner of layers.splice(at).slice(1)) close(inner)
    enter()
  },
  true,
)

// Who follows a link comes back to the page, not to what lay over it.
addEventListener('click', ({ target, defaultPrevented }) => {
  if (!defaultPrevented && target instanceof Element && target.closest('a[href]'))
    for (const layer of layers.splice(0).reverse()) close(layer)
})
