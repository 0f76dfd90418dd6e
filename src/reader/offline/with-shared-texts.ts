import type { SharedPlace } from '../../model/offline.ts'

/**
 * A file with the texts in their places that it shares with others.
 *
 * @param rest the file without them
 * @param places where they stand in the whole file, in bytes
 * @param texts by their numbers, as UTF-8
 */
export function withSharedTexts(
  rest: Uint8Array<ArrayBuffer>,
  places: readonly SharedPlace[],
  texts: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  if (places.length === 0) return rest
  const inserted = places.map(([at, number]) => ({ at, text: texts[number] ?? new Uint8Array() }))
  const whole = new Uint8Array(rest.length + lengthOfAll(inserted.map(({ text }) => text)))
  let read = 0
  let written = 0
  for (const { at, text } of inserted) {
    whole.set(rest.subarray(read, read + at - written), written)
    read += at - written
    whole.set(text, at)
    written = at + text.length
  }
  whole.set(rest.subarray(read), written)
  return whole
}

export const lengthOfAll = (texts: readonly Uint8Array[]): number => texts.reduce((sum, { length }) => sum + length, 0)
