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

/** A word of an index in CBOR: of how many bytes, and what writes these and says where they end. */
export type EncodedWord = { readonly word: string; readonly size: number; readonly write: (into: Uint8Array, at: number) => number }

const fieldsOfList = 4

/** The lists of several groups under one name: which of which group. */
type Joined = { count: number; size: number; first: number; last: number; readonly from: number[] }

/** One index of groups whose records follow each other. */
export function joinWords(groups: readonly GroupWords[]): GroupWords {
  const joined = new Map<string, Joined>()
  const firsts: number[] = []
  let records = 0
  for (const [at, group] of groups.entries()) {
    firsts.push(records)
    for (const [i, name] of group.names.entries()) {
      const [first, last, size] = [firstIn(group, i) + records, lastIn(group, i) + records, endIn(group, i) - beginIn(group, i)]
      const list = joined.get(name)
      if (list) {
        list.size += 1 + sizeOfHead(first - list.last) + size
        list.count += countIn(group, i)
        list.last = last
        list.from.push(at, i)
      } else joined.set(name, { count: countIn(group, i), size, first, last, from: [at, i] })
    }
    records += group.lengths.length
  }
  const lists = new Uint32Array(joined.size * fieldsOfList)
  const bytes = Buffer.allocUnsafeSlow([...joined.values()].reduce((sum, { size }) => sum + size, 0))
  let [number, end] = [0, 0]
  for (const { count, first, last, from } of joined.values()) {
    for (let i = 0, before = 0; i < from.length; i += 2) {
      const [at = 0, list = 0] = [from[i], from[i + 1]]
      const group = groups[at]
      if (!group) continue
      if (i > 0) end = writeBeginning(bytes, end, (firsts[at] ?? 0) + firstIn(group, list) - before)
      bytes.set(group.bytes.subarray(beginIn(group, list), endIn(group, list)), end)
      end += endIn(group, list) - beginIn(group, list)
      before = (firsts[at] ?? 0) + lastIn(group, list)
    }
    lists.set([count, first, last, end], number)
    number += fieldsOfList
  }
  return { lengths: groups.flatMap(({ lengths }) => lengths), names: [...joined.keys()], lists, bytes }
}

type Lists = Pick<GroupWords, 'lists'>

const countIn = ({ lists }: Lists, i: number): number => lists[i * fieldsOfList] ?? 0
const firstIn = ({ lists }: Lists, i: number): number => lists[i * fieldsOfList + 1] ?? 0
const lastIn = ({ lists }: Lists, i: number): number => lists[i * fieldsOfList + 2] ?? 0
const beginIn = ({ lists }: Lists, i: number): number => lists[i * fieldsOfList - 1] ?? 0
const endIn = ({ lists }: Lists, i: number): number => lists[i * fieldsOfList + 3] ?? 0

/** The number of the list of a word as it stands here, and those of its spellings. */
type ListsOfWord = { all?: number; readonly spellings: [spelling: string, list: number][] }

/** The words of an index as Pagefind reads them, in the order of their bytes in UTF-8. */
export function encodedWords(index: GroupWords): EncodedWord[] {
  const words = new Map<string, ListsOfWord>()
  for (const [i, name] of index.names.entries()) {
    const [word = '', spelling] = name.split(' ')
    const found: ListsOfWord = words.get(word) ?? { spellings: [] }
    if (spelling === undefined) found.all = i
    else found.spellings.push([spelling, i])
    words.set(word, found)
  }
  const sizeOfList = (i?: number) =>
    i === undefined ? 1 : sizeOfHead(countIn(index, i)) + 1 + sizeOfHead(firstIn(index, i)) + endIn(index, i) - beginIn(index, i)
  const writeList = (into: Uint8Array, at: number, i?: number) => {
    if (i === undefined) return writeHead(into, at, array, 0)
    const begin = writeBeginning(into, writeHead(into, at, array, countIn(index, i)), firstIn(index, i))
    into.set(index.bytes.subarray(beginIn(index, i), endIn(index, i)), begin)
    return begin + endIn(index, i) - beginIn(index, i)
  }
  return [...words]
    .sort(([a], [b]) => inOrderOfBytes(a, b))
    .map(([word, { all, spellings }]) => ({
      word,
      size: spellings.reduce(
        (sum, [spelling, list]) => sum + 1 + sizeOfText(spelling) + sizeOfList(list),
        1 + sizeOfText(word) + sizeOfList(all) + sizeOfHead(spellings.length),
      ),
      write: (into, at) => {
        let end = writeText(into, writeHead(into, at, array, 3), word)
        end = writeHead(into, writeList(into, end, all), array, spellings.length)
        for (const [spelling, list] of spellings) end = writeList(into, writeText(into, writeHead(into, end, array, 2), spelling), list)
        return end
      },
    }))
}

/** Bytes of UTF-8 are in the order of the characters that they stand for. */
function inOrderOfBytes(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1)
}

function writeText(into: Uint8Array, at: number, text: string): number {
  const bytes = Buffer.from(text)
  const begin = writeHead(into, at, string, bytes.length)
  into.set(bytes, begin)
  return begin + bytes.length
}

const sizeOfText = (text: string) => {
  const size = Buffer.byteLength(text)
  return sizeOfHead(size) + size
}

/** Kinds of data in CBOR (RFC 8949, section 3.1). */
export const [unsigned, negative, string, array] = [0, 1, 3, 4] as const

/** A chunk of Pagefind’s index: an array with the array of its words in it, and nothing else. */
export function encodeChunk(words: readonly EncodedWord[]): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(words.reduce((sum, { size }) => sum + size, 1 + sizeOfHead(words.length)))
  let end = writeHead(bytes, writeHead(bytes, 0, array, 1), array, words.length)
  for (const { write } of words) end = write(bytes, end)
  return bytes
}

/** A posting is an array of its distance, of places in the text and of places in the title. */
const fieldsOfPosting = 3

/** What a posting begins with: its head and its distance. */
export function beginningOfPosting(distance: number): Uint8Array {
  const bytes = new Uint8Array(1 + sizeOfHead(distance))
  writeBeginning(bytes, 0, distance)
  return bytes
}

/** The head of an array of so many. */
export function headOfArray(length: number): Uint8Array {
  const bytes = new Uint8Array(sizeOfHead(length))
  writeHead(bytes, 0, array, length)
  return bytes
}

const writeBeginning = (bytes: Uint8Array, at: number, distance: number) =>
  writeHead(bytes, writeHead(bytes, at, array, fieldsOfPosting), unsigned, distance)

const sizeOfHead = (value: number) => (value < 24 ? 1 : value < 0x100 ? 2 : value < 0x10000 ? 3 : 5)

/**
 * Writes the head of a data item: its kind with its value or the number of what is in it (RFC 8949, section 3).
 *
 * @returns where it ends
 */
function writeHead(bytes: Uint8Array, at: number, kind: number, value: number): number {
  const size = sizeOfHead(value)
  bytes[at] = (kind << 5) | (size === 1 ? value : size === 2 ? 24 : size === 3 ? 25 : 26)
  for (let i = 1; i < size; i++) bytes[at + i] = (value >>> (8 * (size - 1 - i))) & 0xff
  return at + size
}
