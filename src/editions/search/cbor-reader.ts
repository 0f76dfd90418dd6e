import { array, negative, string, unsigned } from './join-words.ts'

/** Reads of CBOR (RFC 8949) what Pagefind writes: numbers, texts and arrays whose length is said. */
export class CborReader {
  at = 0
  readonly #bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** The value of the next head. @throws where it is of another kind */
  head(kind: number): number {
    const first = this.#bytes[this.at] ?? 0
    if (first >> 5 !== kind) throw new Error(`Pagefind wrote data of kind ${first >> 5} where those of kind ${kind} are known.`)
    this.at++
    const low = first & 31
    if (low < 24) return low
    const size = 2 ** (low - 24)
    if (size > 4) throw new Error('Pagefind wrote a number of more than four bytes, or an array without its length.')
    this.at += size
    return this.#bytes.readUIntBE(this.at - size, size)
  }

  /** The next text. */
  text(): string {
    const length = this.head(string)
    this.at += length
    return this.#bytes.toString('utf8', this.at - length, this.at)
  }

  /** Goes past an array of numbers. @returns how many there are */
  skipNumbers(): number {
    const length = this.head(array)
    for (let left = length; left > 0; left--) this.head((this.#bytes[this.at] ?? 0) >> 5 === negative ? negative : unsigned)
    return length
  }

  between(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start, end)
  }
}
