/*
 * Lays out what was put off of a text (`put-off-text.ts`) once the first picture is there, as much in each frame as a device
 * does in a few milliseconds: before the reader has come far, every place is where it will stay. Styles say what was put
 * off; to take the mark away would have all of it styled anew.
 */

import { afterPaint } from './after-paint.ts'

/** Milliseconds of a frame; a block more may be begun in the last of them. */
const most = 8

async function layOut(blocks: NodeListOf<HTMLElement>) {
  let end = 0
  for (const block of blocks) {
    if (performance.now() >= end) {
      await afterPaint()
      end = performance.now() + most
    }
    block.style.contentVisibility = 'visible'
    // Asked where it is, the browser lays it out now, and not with all others at the end of the frame.
    block.getBoundingClientRect()
  }
}

if (document.documentElement.dataset.arriving === '')
  void layOut(document.querySelectorAll('.part-text > .text > *, .part-text > .endnotes > ol > li'))
