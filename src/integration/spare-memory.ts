import { setFlagsFromString } from 'node:v8'

/**
 * From a gigabyte on, memory that is free again is looked for once the heap has grown by half, where V8 would let it grow to up to four
 * times what is in use. Nothing fails for it: more is taken where more is needed. See decision 143.
 */
export function spareMemory() {
  if (isSpared || process.memoryUsage.rss() < much) return
  isSpared = true
  setFlagsFromString('--heap-growing-percent=50')
}

const much = 1_000_000_000
let isSpared = false
