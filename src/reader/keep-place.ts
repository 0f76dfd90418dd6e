/*
 * The place is kept: whatever the reader chooses, and however the window is turned or its size changed, the block at the
 * eye stays where it was. It is noted when scrolling pauses; what changes afterwards is measured against it.
 */

import { holdPlace, type Place, placeAtEye } from './place-at-eye.ts'

let place: Place | undefined
/** When the place was noted. To ask for it before has the whole page laid out at once. */
let width: number | undefined
/** How far down the page was scrolled when the place was set right last. */
let settledAt = 0
let pause: ReturnType<typeof setTimeout> | undefined

function setRight() {
  if (!place?.block.isConnected || scrollY === 0) return
  holdPlace(place)
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
      place = placeAtEye()
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
