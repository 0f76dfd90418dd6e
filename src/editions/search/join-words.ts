import { encode } from 'cborg'

/** What is indexed of a record: its words, and those of its title, where it has one. */
export type IndexedText = { readonly content: string; readonly title?: string }

/** A word of Pagefind’s index: the records that have it as it stands here, and those that have it in other spellings. */
export type IndexedWord = [word: string, postings: Posting[], spellings: [spelling: string, postings: Posting[]][]]

/** A record by how far it stands behind the one before, with the places of the word in its text and in its title. */
export type Posting = [distance: number, places: number[], placesInTitle: number[]]

/** Pagefind’s index of records that were indexed together. */
export type Indexed = { readonly words: readonly IndexedWord[]; readonly lengths: readonly number[] }

/**
 * The index of the records of a group, the first of which is the record 0, as it can be put among those of other groups
 * without being decoded: only the distance of the first posting of a list depends on what stands before it.
 */
export type GroupWords = {
  /** How many words each record has. */
  readonly lengths: readonly number[]
  /** A word, or a word and a spelling of it, for each list of postings. */
  readonly names: readonly (readonly [word: string, spelling?: string])[]
  /** For each list the number of its postings, its first and its last record, and where it ends in `bytes`. */
  readonly lists: Uint32Array
  /** The lists in CBOR, each without its head and without the head and the distance of its first posting. */
  readonly bytes: Uint8Array
}

/** A word of an index in CBOR. */
export type EncodedWord = { readonly word: string; readonly bytes: Uint8Array }

const fieldsOfList = 4

/**
 * The index of several groups that were indexed together, by the number of each group.
 *
 * @param numbers of those groups, in the order in which their records were indexed
 * @param groups all groups
 */
export function splitWords(
  { words, lengths }: Indexed,
  numbers: readonly number[],
  groups: readonly (readonly IndexedText[])[],
): Map<number, GroupWords> {
  const firsts: number[] = []
  const groupOf: number[] = []
  for (const [at, number] of numbers.entries()) {
    firsts.push(groupOf.length)
    for (const _ of groups[number] ?? []) groupOf.push(at)
  }
  const made = numbers.map(() => ({ names: [] as [string, string?][], lists: [] as number[], bytes: [] as Uint8Array[], end: 0 }))
  for (const [word, postings, spellings] of words)
    for (const [name, list] of [[[word], postings] as const, ...spellings.map(([spelling, within]) => [[word, spelling], within] as const)])
      for (const [at, { first, last, bytes }] of apart(list, groupOf)) {
        const group = made[at]
        if (!group) continue
        group.names.push([...name] as [string, string?])
        group.bytes.push(...bytes)
        group.end += bytes.reduce((sum, { length }) => sum + length, 0)
        group.lists.push(bytes.length, first - (firsts[at] ?? 0), last - (firsts[at] ?? 0), group.end)
      }
  return new Map(
    made.map(({ names, lists, bytes }, at) => {
      const number = numbers[at] ?? 0
      const first = firsts[at] ?? 0
      const ownLengths = lengths.slice(first, first + (groups[number]?.length ?? 0))
      return [number, { lengths: ownLengths, names, lists: Uint32Array.from(lists), bytes: Buffer.concat(bytes) }] as const
    }),
  )
}

/** A list of postings of one group; the first is without its head and its distance. */
type ListOfGroup = { readonly first: number; last: number; readonly bytes: Uint8Array[] }

function apart(postings: readonly Posting[], groupOf: readonly number[]): Map<number, ListOfGroup> {
  const lists = new Map<number, ListOfGroup>()
  let record = 0
  for (const [distance, ...places] of postings) {
    record += distance
    const at = groupOf[record] ?? 0
    const list = lists.get(at)
    if (list) {
      list.bytes.push(encode([record - list.last, ...places]))
      list.last = record
    } else lists.set(at, { first: record, last: record, bytes: [Buffer.concat(places.map((each) => encode(each)))] })
  }
  return lists
}

/** One index of groups whose records follow each other, its words in the order of their bytes in UTF-8. */
export function joinWords(groups: readonly GroupWords[]): EncodedWord[] {
  const joined = new Map<string, { readonly all: Joined; readonly spellings: Map<string, Joined> }>()
  let first = 0
  for (const { lengths, names, lists, bytes } of groups) {
    let begin = 0
    for (const [i, [word, spelling]] of names.entries()) {
      const [count, firstRecord, lastRecord, end] = lists.subarray(i * fieldsOfList) as unknown as [number, number, number, number]
      const found = joined.get(word) ?? { all: nothing(), spellings: new Map<string, Joined>() }
      joined.set(word, found)
      const list = spelling === undefined ? found.all : (found.spellings.get(spelling) ?? nothing())
      if (spelling !== undefined) found.spellings.set(spelling, list)
      if (count > 0) {
        list.count += count
        list.bytes.push(head(array, 3), head(unsigned, first + firstRecord - list.last), bytes.subarray(begin, end))
        list.last = first + lastRecord
      }
      begin = end
    }
    first += lengths.length
  }
  return [...joined]
    .map(([word, { all, spellings }]) => {
      const text = Buffer.from(word)
      const ofSpellings = [...spellings].flatMap(([spelling, list]) => [head(array, 2), ...inText(Buffer.from(spelling)), ...inList(list)])
      const bytes = Buffer.concat([head(array, 3), ...inText(text), ...inList(all), head(array, spellings.size), ...ofSpellings])
      return { text, encoded: { word, bytes } }
    })
    .sort((a, b) => Buffer.compare(a.text, b.text))
    .map(({ encoded }) => encoded)
}

/** The lists of several groups, the last record in them, and how many postings there are. */
type Joined = { count: number; last: number; readonly bytes: Uint8Array[] }

const nothing = (): Joined => ({ count: 0, last: 0, bytes: [] })

const inText = (text: Buffer) => [head(string, text.length), text]
const inList = ({ count, bytes }: Joined) => [head(array, count), ...bytes]

/** Kinds of data in CBOR (RFC 8949, section 3.1). */
const [unsigned, string, array] = [0, 3, 4]

/** An array of words in CBOR. */
export const encodeWords = (words: readonly EncodedWord[]): Buffer =>
  Buffer.concat([head(array, words.length), ...words.map(({ bytes }) => bytes)])

/** The head of a data item: its kind with its value or the number of what is in it (RFC 8949, section 3). */
function head(kind: number, value: number): Uint8Array {
  const high = kind << 5
  if (value < 24) return Uint8Array.of(high | value)
  if (value < 0x100) return Uint8Array.of(high | 24, value)
  if (value < 0x10000) return Uint8Array.of(high | 25, value >> 8, value & 0xff)
  return Uint8Array.of(high | 26, value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff)
}
