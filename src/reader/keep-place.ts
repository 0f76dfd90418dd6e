/*
 * The place is kept: whatever the reader chooses, and however the window is turned or its size changed, the block at the
 * eye stays where it was. It is noted when scrolling pauses; what changes afterwards is measured against it.
 */

/** A block, and where the eye is: at its first line, or so far down in it; and where in the window that stands. */
type Place = { readonly block: Element; readonly share: number; readonly at: number }

/** What stands fast beside the text goes with nothing; what is folded away has a place, and is not seen there. */
const blocks = 'main :is(p, li, h1, h2, h3, h4, figure, tr, dt):not(.margin-note *, nav *, details:not([open]) *)'

let place: Place | undefined
/** When the place was noted. To ask for it before has the whole page laid out at once. */
let width: number | undefined
/** How far down the page was scrolled when the place was set right last. */
let settledAt = 0
let pause: ReturnType<typeof setTimeout> | undefined

/** The first paragraph that begins in the upper half of the window, else another block; where none does, the one that covers it. */
function placeNow(): Place | undefined {
  let covering: Place | undefined
  let beginning: Place | undefined
  const [eye, half] = [innerHeight / 4, innerHeight / 2]
  for (const block of document.querySelectorAll(blocks)) {
    const { top, bottom, height } = block.getBoundingClientRect()
    if (height === 0) continue
    if (top > half) break
    if (top >= 0 && block.localName === 'p') return { block, share: 0, at: top }
    if (top >= 0) beginning ??= { block, share: 0, at: top }
    else if (bottom > eye) covering = { block, share: (eye - top) / height, at: eye }
  }
  return beginning ?? covering
}

function setRight() {
  if (!place?.block.isConnected || scrollY === 0) return
  const { top, height } = place.block.getBoundingClientRect()
  const by = top + place.share * height - Math.min(place.at, innerHeight / 2)
  if (height > 0 && Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' })
  settledAt = scrollY
}

/** Once more in the next frame: browsers have their own way of holding on to something, and it may be another thing. */
function keepPlace() {
  setRight()
  requestAnimationFrame(setRight)
}

addEventListener(
  'scroll',
  () => {
    clearTimeout(pause)
    if (Math.abs(scrollY - settledAt) < 1) return
    settledAt = -1
    pause = setTimeout(() => {
      place = placeNow()
      width = innerWidth
    }, 80)
  },
  { passive: true },
)
addEventListener('resize', () => {
  // What a phone shows and hides at the edges of its window moves nothing.
  if (innerWidth === width) return
  width = innerWidth
  keepPlace()
})
new MutationObserver(keepPlace).observe(document.documentElement, { attributes: true })
