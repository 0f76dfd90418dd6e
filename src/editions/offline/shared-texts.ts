import type { SharedPlace } from '../../model/offline.ts'

/** Shorter ones cost more as places in the list than they save. */
const shortest = 1000

/**
 * The style sheets that stand in pages: the same in all of a kind, and too far from each other for a compressor whose
 * window is 32 kB. They are taken out and stand once in the list.
 */
export class SharedTexts {
  readonly #numbers = new Map<string, number>()

  /** The texts in the order of their numbers. */
  get all(): readonly string[] {
    return [...this.#numbers.keys()]
  }

  /** @returns the file without its shared texts, and where they were */
  takeFrom(path: string, body: Buffer): { rest: Buffer; places: readonly SharedPlace[] } {
    const places: SharedPlace[] = []
    if (!path.endsWith('.html')) return { rest: body, places }
    const rest: Buffer[] = []
    let end = 0
    // A character for each byte, so that places in the text are places in the file.
    for (const { 1: start = '', 2: style = '', index } of body.toString('latin1').matchAll(/(<style[^>]*>)([^<]*)<\/style>/gu)) {
      if (style.length < shortest) continue
      const at = index + start.length
      const text = body.subarray(at, at + style.length).toString()
      const number = this.#numbers.get(text) ?? this.#numbers.size
      this.#numbers.set(text, number)
      rest.push(body.subarray(end, at))
      places.push([at, number])
      end = at + style.length
    }
    return { rest: Buffer.concat([...rest, body.subarray(end)]), places }
  }
}
