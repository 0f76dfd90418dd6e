import type { SharedPlace } from '../../model/offline.ts'
import type { FoundText } from '../page-pieces.ts'

/** What is shared, by its number in the list of what is packed. */
export class SharedTexts {
  readonly #numbers = new Map<string, number>()
  /** Each text once: as a piece of a file it would keep the whole of that in memory. */
  readonly #found = new Map<string, string>()

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

  once(text: string): string {
    const found = this.#found.get(text) ?? text
    this.#found.set(found, found)
    return found
  }
}
