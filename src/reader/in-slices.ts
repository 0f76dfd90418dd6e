import { afterPaint } from './after-paint.ts'

/** Milliseconds of a frame; one thing more may be begun in the last of them. */
const most = 24

/**
 * Does some work for each of many things without keeping the page from answering: as much in each frame, beginning with the
 * next, as a device does in a few milliseconds. Work that changes the layout asks where something stands before it ends: then
 * it is laid out now, and not with all the rest at the end of the frame.
 */
export async function inSlices<T>(things: Iterable<T>, work: (thing: T) => void): Promise<void> {
  let end = 0
  for (const thing of things) {
    if (performance.now() >= end) {
      await afterPaint()
      end = performance.now() + most
    }
    work(thing)
  }
}
