import { isUtf8 } from 'node:buffer'
import type { SharedPlace } from '../../model/offline.ts'

/** A text that files share, and how many bytes of one of them stand between it and the one before. */
export type FoundText = { readonly after: number; readonly text: string }

/** In characters. Shorter ones cost more as places in the list than they save. */
const shortest = 1000

/**
 * What stands in many files and is taken out of them, to stand once in the list: the style sheets in pages, too far from each other for
 * a compressor whose window is 32 kB; and what every edition says anew on pages that are otherwise as they were, its hash and the size
 * of the site, so that their packs stay the same.
 */
export class SharedTexts {
  readonly #numbers = new Map<string, number>()
  /** Each text once: as a piece of a file it would keep the whole of that in memory. */
  readonly #found = new Map<string, string>()
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
    let end = 0
    return found.map(({ after, text }) => {
      const number = this.#numbers.get(text) ?? this.#numbers.size
      this.#numbers.set(text, number)
      const at = end + after
      end = at + Buffer.byteLength(text)
      return [at, number]
    })
  }

  /** @returns what is left of a file without its shared texts, piece by piece, and which they were */
  takeFrom(path: string, content: string | Buffer): { readonly rest: readonly (string | Buffer)[]; readonly found: readonly FoundText[] } {
    if (!/\.(?:html|json)$/u.test(path) || (typeof content !== 'string' && !isUtf8(content))) return { rest: [content], found: [] }
    const [rest, found]: [string[], FoundText[]] = [[], []]
    const whole = content.toString()
    let end = 0
    for (const match of whole.matchAll(this.#pattern)) {
      const [before = '', text = ''] = match.slice(1).filter((group) => group !== undefined)
      if (text === '') continue
      const at = match.index + before.length
      const piece = whole.slice(end, at)
      rest.push(piece)
      found.push({ after: Buffer.byteLength(piece), text: this.#once(text) })
      end = at + text.length
    }
    return { rest: [...rest, whole.slice(end)], found }
  }

  #once(text: string): string {
    const found = this.#found.get(text) ?? text
    this.#found.set(found, found)
    return found
  }
}
