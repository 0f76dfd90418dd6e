/*
 * Lays out what was put off of a text (`put-off-text.ts`) once the first picture is there, in slices: before the reader has
 * come far, every place is where it will stay. Styles say what was put off; to take the mark away would have all of it styled anew.
 */

import { inSlices } from './in-slices.ts'
import { holdPlace, type Place, placeAtEye } from './place-at-eye.ts'

declare global {
  /** Resolves once the whole text has its lines; missing where nothing was put off. */
  var pamphletLaidOut: Promise<void> | undefined
}

/** What was put off and is not laid out yet, in the order of the page. */
const waiting = new Set<HTMLElement>()

function layOut(block: HTMLElement) {
  block.style.contentVisibility = 'visible'
  waiting.delete(block)
}

const inTurn = (blocks: readonly HTMLElement[]) =>
  inSlices(blocks, (block) => {
    if (!waiting.has(block)) return
    layOut(block)
    block.getBoundingClientRect()
  })

/** They stand one below the other: what comes after one that is further down need not be asked. */
function waitingBefore(end: number): HTMLElement[] {
  const before: HTMLElement[] = []
  for (const block of waiting) {
    if (block.getBoundingClientRect().top >= end) break
    before.push(block)
  }
  return before
}

/**
 * Who goes further than the slices have come, by the scroll bar or a link, comes to a place by heights that were estimated: all
 * that lies before it is laid out before it is painted, and the place stays where it is. Not every browser would hold it.
 * See decision 140.
 */
function layOutBefore(end: number) {
  let place: Place | undefined
  for (;;) {
    // Asked before the first of them is changed, or each would be laid out by itself.
    const before = waitingBefore(end)
    if (before.length === 0) return
    place ??= placeAtEye()
    before.forEach(layOut)
    if (place) holdPlace(place)
  }
}

async function layOutText(aborter: AbortController) {
  const [text, notes] = ['.text > *', '.endnotes > ol > li'].map((blocks) => [
    ...document.querySelectorAll<HTMLElement>(`.part-text > ${blocks}`),
  ]) as [HTMLElement[], HTMLElement[]]
  for (const block of [...text, ...notes]) waiting.add(block)
  const { signal } = aborter
  addEventListener('scroll', () => layOutBefore(innerHeight), { passive: true, signal })
  // Where the page ends is known once all of it is laid out.
  addEventListener('keydown', ({ key }) => key === 'End' && layOutBefore(Number.POSITIVE_INFINITY), { signal })
  globalThis.pamphletLaidOut = inTurn(text)
  await globalThis.pamphletLaidOut
  await inTurn(notes)
  aborter.abort()
}

if (document.documentElement.dataset.arriving === '') void layOutText(new AbortController())
