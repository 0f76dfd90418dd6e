import type { SharedPlace } from '../../model/offline.ts'

/** A text that files share, and where it was in one of them, in bytes. */
export type FoundText = { readonly at: number; readonly text: string }

/** Shorter ones cost more as places in the list than they save. */
const shortest = 1000

/**
 * What stands in many files and is taken out of them, to stand once in the list: the style sheets in pages, too far from each other for
 * a compressor whose window is 32 kB; and what every edition says anew on pages that are otherwise as they were, its hash and the size
 * of the site, so that their packs stay the same.
 */
export class SharedTexts {
  readonly #numbers = new Map<string, number>()
  readonly #pattern: RegExp

  /** @param changing texts of letters and figures that change from edition to edition, wherever they stand */
  constructor(changing: readonly string[] = []) {
    // What is said of the size stands in an element of its own, and in an attribute of the panel that offers it.
    const size = '(<span data-offline-size>)([^<]*)|( data-offline-size=")([^"]*)'
    this.#pattern = new RegExp([`(<style[^>]*>)([^<]{${shortest},})`, size, ...changing.map((text) => `()(${text})`)].join('|'), 'gu')
  }

  /** The texts in the order of their numbers. */
  get all(): readonly string[] {
    return [...this.#numbers.keys()]
  }

  /** Numbers texts that were found in a file, after those that are known. */
  number(found: readonly FoundText[]): SharedPlace[] {
    return found.map(({ at, text }) => {
      const number = this.#numbers.get(text) ?? this.#numbers.size
      this.#numbers.set(text, number)
      return [at, number]
    })
  }

  /** @returns the file without its shared texts, and where they were */
  takeFrom(path: string, body: Buffer): { readonly rest: Buffer; readonly found: readonly FoundText[] } {
    const texts: FoundText[] = []
    if (!/\.(?:html|json)$/u.test(path)) return { rest: body, found: texts }
    const rest: Buffer[] = []
    let end = 0
    // A character for each byte, so that places in the text are places in the file.
    for (const match of body.toString('latin1').matchAll(this.#pattern)) {
      const [before = '', found = ''] = match.slice(1).filter((group) => group !== undefined)
      const at = match.index + before.length
      if (found === '') continue
      const text = body.subarray(at, at + found.length).toString()
      rest.push(body.subarray(end, at))
      texts.push({ at, text })
      end = at + found.length
    }
    return { rest: texts.length > 0 ? Buffer.concat([...rest, body.subarray(end)]) : body, found: texts }
  }
}
