/** A block, and where the eye is: at its first line, or so far down in it; and where in the window that stands. */
export type Place = { readonly block: Element; readonly share: number; readonly at: number }

/** What stands fast beside the text goes with nothing; what is folded away has a place, and is not seen there. */
const blocks = 'main :is(p, li, h1, h2, h3, h4, figure, tr, dt):not(.margin-note *, nav *, details:not([open]) *)'

/** The first paragraph that begins in the upper half of the window, else another block; where none does, the one that covers it. */
export function placeAtEye(): Place | undefined {
  let covering: Place | undefined
  let beginning: Place | undefined
  const [eye, half] = [innerHeight / 4, innerHeight / 2]
  for (const block of document.querySelectorAll(blocks)) {
    const { top, bottom, height } = block.getBoundingClientRect()
    if (height === 0) continue
    if (top > half) break
    // What is in a block that was put off, and is not laid out yet, hangs out of the height that was estimated.
    if (bottom <= 0 || !block.checkVisibility({ contentVisibilityAuto: true })) continue
    if (top >= 0 && block.localName === 'p') return { block, share: 0, at: top }
    if (top >= 0) beginning ??= { block, share: 0, at: top }
    else if (bottom > eye) covering = { block, share: (eye - top) / height, at: eye }
  }
  return beginning ?? covering
}

/** Scrolls, without being seen to, until the place stands where it stood in the window. */
export function holdPlace({ block, share, at }: Place) {
  const { top, height } = block.getBoundingClientRect()
  const by = top + share * height - Math.min(at, innerHeight / 2)
  if (height > 0 && Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' })
}
