/**
 * Reads files out of a pack as they come.
 *
 * @param pack its compressed bytes
 * @param lengths of the files in it, in bytes, in their order
 * @returns the files, as many as come whole: a pack that breaks off or is none ends early
 */
export async function* unpack(
  pack: ReadableStream<Uint8Array<ArrayBuffer>>,
  lengths: readonly number[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = pack.pipeThrough(new DecompressionStream('gzip')).getReader()
  let piece: Uint8Array = new Uint8Array()
  try {
    for (const length of lengths) {
      const file = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        if (piece.length === 0) {
          const next = await reader.read().catch(() => undefined)
          if (!next?.value) return
          piece = next.value
        }
        const taken = piece.subarray(0, length - filled)
        file.set(taken, filled)
        filled += taken.length
        piece = piece.subarray(taken.length)
      }
      yield file
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}
