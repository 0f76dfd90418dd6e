/** What is indexed of a record: its words, and those of its title, where it has one. */
export type IndexedText = { readonly content: string; readonly title?: string }

/**
 * The index of the records of a group, the first of which is the record 0, as it can be put among those of other groups
 * without being decoded: only the distance of the first posting of a list depends on what stands before it.
 */
export type GroupWords = {
  /** How many words each record has. */
  readonly lengths: readonly number[]
  /** For each list of postings a word, or a word and a spelling of it behind a space. No word has a space in it. */
  readonly names: readonly string[]
  /** For each list the number of its postings, its first and its last record, and where it ends in `bytes`. */
  readonly lists: Uint32Array
  /** The lists in CBOR, each without its head and without the head and the distance of its first posting. */
  readonly bytes: Uint8Array
}

/** A word of an index in CBOR: of how many bytes, and these. */
export type EncodedWord = { readonly word: string; readonly size: number; readonly encode: () => Uint8Array }

export const fieldsOfList = 4

/** The lists of several groups under one name: which of which group. */
type Joined = { count: number; size: number; first: number; last: number; readonly from: number[] }

/** One index of groups whose records follow each other. */
export function joinWords(groups: readonly GroupWords[]): GroupWords {
  const joined = new Map<string, Joined>()
  const firsts: number[] = []
  let records = 0
  for (const [at, { lengths, names, lists }] of groups.entries()) {
    firsts.push(records)
    let begin = 0
    for (const [i, name] of names.entries()) {
      const [count, first, last, end] = listAt(lists, i)
      const list = joined.get(name)
      if (list) {
        list.size += heads(first + records - list.last) + end - begin
        list.count += count
        list.last = last + records
        list.from.push(at, i)
      } else joined.set(name, { count, size: end - begin, first: first + records, last: last + records, from: [at, i] })
      begin = end
    }
    records += lengths.length
  }
  const lists = new Uint32Array(joined.size * fieldsOfList)
  const bytes = Buffer.allocUnsafeSlow([...joined.values()].reduce((sum, { size }) => sum + size, 0))
  let [number, written] = [0, 0]
  for (const { count, first, last, from } of joined.values()) {
    for (let i = 0, before = 0; i < from.length; i += 2) {
      const [at = 0, list = 0] = [from[i], from[i + 1]]
      const group = groups[at]
      if (!group) continue
      const [, firstHere, lastHere, end] = listAt(group.lists, list)
      const records = firsts[at] ?? 0
      if (i > 0) {
        bytes[written++] = headOfPosting
        written = writeHead(bytes, written, unsigned, firstHere + records - before)
      }
      const part = group.bytes.subarray(beginOf(group.lists, list), end)
      bytes.set(part, written)
      written += part.length
      before = lastHere + records
    }
    lists.set([count, first, last, written], number)
    number += fieldsOfList
  }
  return { lengths: groups.flatMap(({ lengths }) => lengths), names: [...joined.keys()], lists, bytes }
}

const listAt = (lists: Uint32Array, i: number) =>
  lists.subarray(i * fieldsOfList, (i + 1) * fieldsOfList) as unknown as [count: number, first: number, last: number, end: number]

const beginOf = (lists: Uint32Array, i: number): number => lists[i * fieldsOfList - 1] ?? 0

/** A word with the number of its list and with those of its spellings. */
type Lists = { all?: number; readonly spellings: [spelling: string, list: number][] }

/** The words of an index as Pagefind reads them, in the order of their bytes in UTF-8. */
export function encodedWords({ names, lists, bytes }: GroupWords): EncodedWord[] {
  const words = new Map<string, Lists>()
  for (const [i, name] of names.entries()) {
    const [word = '', spelling] = name.split(' ')
    const found: Lists = words.get(word) ?? { spellings: [] }
    if (spelling === undefined) found.all = i
    else found.spellings.push([spelling, i])
    words.set(word, found)
  }
  const encodedList = (i: number | undefined): Uint8Array[] => {
    if (i === undefined) return [head(array, 0)]
    const [count, first, , end] = listAt(lists, i)
    return [head(array, count), Uint8Array.of(headOfPosting), head(unsigned, first), bytes.subarray(beginOf(lists, i), end)]
  }
  const sizeOfList = (i: number | undefined) => {
    if (i === undefined) return 1
    const [count, first, , end] = listAt(lists, i)
    return sizeOfHead(count) + heads(first) + end - beginOf(lists, i)
  }
  return [...words]
    .sort(([a], [b]) => inOrderOfBytes(a, b))
    .map(([word, { all, spellings }]) => ({
      word,
      size: spellings.reduce(
        (sum, [spelling, list]) => sum + 1 + sizeOfText(spelling) + sizeOfList(list),
        1 + sizeOfText(word) + sizeOfList(all) + sizeOfHead(spellings.length),
      ),
      encode: () =>
        Buffer.concat([
          ...[head(array, 3), ...encodedText(word), ...encodedList(all), head(array, spellings.length)],
          ...spellings.flatMap(([spelling, list]) => [head(array, 2), ...encodedText(spelling), ...encodedList(list)]),
        ]),
    }))
}

/** Bytes of UTF-8 are in the order of the characters that they stand for. */
function inOrderOfBytes(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1)
}

const encodedText = (text: string) => {
  const bytes = Buffer.from(text)
  return [head(string, bytes.length), bytes]
}

const sizeOfText = (text: string) => {
  const size = Buffer.byteLength(text)
  return sizeOfHead(size) + size
}

/** Kinds of data in CBOR (RFC 8949, section 3.1). */
export const [unsigned, negative, string, array] = [0, 1, 3, 4] as const

/** A posting is an array of its distance, of places in the text and of places in the title. */
const headOfPosting = (array << 5) | 3

/** An array of words in CBOR. */
export const encodeWords = (words: readonly EncodedWord[]): Uint8Array[] => [
  head(array, words.length),
  ...words.map(({ encode }) => encode()),
]

/** Bytes of the heads that a posting begins with. */
const heads = (distance: number) => 1 + sizeOfHead(distance)

const sizeOfHead = (value: number) => (value < 24 ? 1 : value < 0x100 ? 2 : value < 0x10000 ? 3 : 5)

/** The head of a data item: its kind with its value or the number of what is in it (RFC 8949, section 3). */
export function head(kind: number, value: number): Uint8Array {
  const bytes = new Uint8Array(sizeOfHead(value))
  writeHead(bytes, 0, kind, value)
  return bytes
}

/** @returns where it ends */
function writeHead(bytes: Uint8Array, at: number, kind: number, value: number): number {
  const size = sizeOfHead(value)
  bytes[at] = (kind << 5) | (size === 1 ? value : size === 2 ? 24 : size === 3 ? 25 : 26)
  for (let i = 1; i < size; i++) bytes[at + i] = (value >>> (8 * (size - 1 - i))) & 0xff
  return at + size
}
