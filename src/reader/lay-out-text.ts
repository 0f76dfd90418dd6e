/*
 * Lays out what was put off of a text (`put-off-text.ts`) once the first picture is there, in slices: before the reader has
 * come far, every place is where it will stay. Styles say what was put off; to take the mark away would have all of it styled anew.
 */

import { inSlices } from './in-slices.ts'

declare global {
  /** Resolves once the whole text has its lines; missing where nothing was put off. */
  var pamphletLaidOut: Promise<void> | undefined
}

const layOut = (blocks: string) =>
  inSlices(document.querySelectorAll<HTMLElement>(blocks), (block) => {
    block.style.contentVisibility = 'visible'
    block.getBoundingClientRect()
  })

if (document.documentElement.dataset.arriving === '') {
  globalThis.pamphletLaidOut = layOut('.part-text > .text > *')
  void globalThis.pamphletLaidOut.then(() => layOut('.part-text > .endnotes > ol > li'))
}
