import { afterPaint } from './after-paint.ts'

/** So many things at a time: what the browser must lay out anew for them takes it well under 50 ms, on a slow phone as well. */
const slice = 4

/** Does some work for each of many things without keeping the page from answering: a few in each frame, beginning with the next. */
export async function inSlices<T>(things: Iterable<T>, work: (thing: T) => void): Promise<void> {
  let done = 0
  for (const thing of things) {
    if (done++ % slice === 0) await afterPaint()
    work(thing)
  }
}
