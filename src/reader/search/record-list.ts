import { bytesOfBits, weightOf } from '../../model/search.ts'
import type { Hit, Hits } from './hits.ts'

/** What a record has of a word, in bits: whether it has it, more than once, and in its title. */
const [has, hasOften, hasInTitle] = [1, 2, 4] as const

const noWords: ReadonlySet<number> = new Set()

/**
 * The records that a very frequent word is in, from {@link listPath}: where in them it stands is not said, but which words are forms of
 * it can be asked.
 */
export class RecordList implements Hits {
  readonly size: number
  readonly isForm: (word: string) => boolean
  readonly #records: Uint8Array
  readonly #prefix: string
  readonly #scores: readonly number[]
  readonly #lengths: string

  /**
   * @param bits those of {@link listPath}, behind its chunk
   * @param about `prefix` of the ids of records, and for each record the digit that stands for its length
   * @param isForm whether a word, folded, is a form of the one that is listed
   */
  constructor(
    bits: Uint8Array,
    { prefix, lengths }: { readonly prefix: string; readonly lengths: string },
    isForm: (word: string) => boolean,
  ) {
    const isAt = (at: number, bit: number) => (((bits[at + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) === 1
    const records = Uint8Array.from(lengths, (_, record) => (isAt(0, record) ? has : 0))
    this.size = records.reduce((sum, one) => sum + one, 0)
    const often = bytesOfBits(lengths.length)
    const inTitle = often + bytesOfBits(this.size)
    let i = 0
    for (const [record, one] of records.entries()) {
      if (one === 0) continue
      records[record] = has | (isAt(often, i) ? hasOften : 0) | (isAt(inTitle, i) ? hasInTitle : 0)
      i++
    }
    this.isForm = isForm
    this.#records = records
    this.#prefix = prefix
    this.#lengths = lengths
    this.#scores = scoresOf(this.size, lengths)
  }

  has(id: string): boolean {
    return this.#at(id) > 0
  }

  get(id: string): Hit | undefined {
    const says = this.#at(id)
    return says === 0 ? undefined : this.#hit(says, Number(id.slice(this.#prefix.length)))
  }

  *[Symbol.iterator](): Generator<readonly [string, Hit]> {
    for (const [record, says] of this.#records.entries()) if (says > 0) yield [`${this.#prefix}${record}`, this.#hit(says, record)]
  }

  #at(id: string): number {
    return id.startsWith(this.#prefix) && id !== this.#prefix ? (this.#records[Number(id.slice(this.#prefix.length))] ?? 0) : 0
  }

  #hit(says: number, record: number): Hit {
    const score = this.#scores[2 * digitAt(this.#lengths, record) + (says & hasOften ? 1 : 0)] ?? 0
    return { score, words: noWords, isInTitle: (says & hasInTitle) > 0 }
  }
}

const digitAt = (lengths: string, record: number) => Number.parseInt(lengths.charAt(record), 36)

/** What the word weighs in a record, by twice the digit of its length, and one more where it has it more than once. */
function scoresOf(count: number, lengths: string): number[] {
  const rarity = Math.log(1 + (lengths.length - count + 0.5) / (count + 0.5))
  const average = [...lengths].reduce((sum, digit) => sum + 2 ** Number.parseInt(digit, 36), 0) / lengths.length
  return Array.from({ length: 2 * 36 }, (_, i) => rarity * weightOf(1 + (i % 2), 2 ** (i >> 1), average))
}
