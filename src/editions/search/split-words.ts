import { CborReader } from './cbor-reader.ts'
import { array, beginningOfPosting, type GroupWords, unsigned } from './join-words.ts'

/** The lists of a group, as they are put together. */
type Lists = { readonly names: string[]; readonly lists: number[]; readonly bytes: Uint8Array[]; end: number }

/**
 * Takes the index of groups that were indexed together apart. Nothing is decoded: of a list the bytes are cut where a group ends.
 *
 * @param chunks of Pagefind’s index, each an array with the array of its words in it; asked for one after another
 * @param sizes how many records each group has, in the order in which they were indexed
 * @param lengths how many words each record has
 * @param numbers for each record that Pagefind has taken which of all it is, where it left some out
 * @throws where a chunk has another form
 */
export function splitWords(
  chunks: Iterable<Uint8Array>,
  sizes: readonly number[],
  lengths: readonly number[],
  numbers?: readonly number[],
): GroupWords[] {
  const groupOf = sizes.flatMap((size, at) => Array<number>(size).fill(at))
  const firsts = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0))
  const made = sizes.map((): Lists => ({ names: [], lists: [], bytes: [], end: 0 }))
  const take = (name: string, reader: CborReader) => {
    for (const { record, last, count, bytes } of listsOf(reader, groupOf, numbers)) {
      const at = groupOf[record] ?? 0
      const [group, first] = [made[at], firsts[at] ?? 0]
      if (!group) continue
      group.names.push(name)
      group.bytes.push(...bytes)
      group.end += bytes.reduce((sum, { length }) => sum + length, 0)
      group.lists.push(count, record - first, last - first, group.end)
    }
  }
  for (const chunk of chunks) {
    const reader = new CborReader(chunk)
    reader.head(array)
    for (let words = reader.head(array); words > 0; words--) {
      reader.head(array)
      const word = reader.text()
      take(word, reader)
      for (let spellings = reader.head(array); spellings > 0; spellings--) {
        reader.head(array)
        take(`${word} ${reader.text()}`, reader)
      }
    }
  }
  return made.map(({ names, lists, bytes }, at) => {
    const first = firsts[at] ?? 0
    return {
      ...{ lengths: lengths.slice(first, first + (sizes[at] ?? 0)), names },
      ...{ lists: Uint32Array.from(lists), bytes: Buffer.concat(bytes) },
    }
  })
}

/** The postings of one group in a list, from their first record to their last; without the head and the distance of the first. */
type ListOfGroup = { readonly record: number; last: number; count: number; readonly bytes: Uint8Array[] }

function listsOf(reader: CborReader, groupOf: readonly number[], numbers?: readonly number[]): ListOfGroup[] {
  const lists: ListOfGroup[] = []
  let list: ListOfGroup | undefined
  /** Bytes up to here are taken. */
  let taken = 0
  let found = 0
  for (let count = reader.head(array); count > 0; count--) {
    const start = reader.at
    reader.head(array)
    const distance = reader.head(unsigned)
    found += distance
    const record = numbers ? (numbers[found] ?? 0) : found
    if (!list || groupOf[list.last] !== groupOf[record]) {
      list?.bytes.push(reader.between(taken, start))
      list = { record, last: record, count: 0, bytes: [] }
      lists.push(list)
      taken = reader.at
    } else if (record - list.last !== distance) {
      list.bytes.push(reader.between(taken, start), beginningOfPosting(record - list.last))
      taken = reader.at
    }
    list.last = record
    list.count++
    reader.skipNumbers()
    reader.skipNumbers()
  }
  list?.bytes.push(reader.between(taken, reader.at))
  return lists
}
