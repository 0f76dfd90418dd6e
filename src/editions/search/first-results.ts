import { bytesOfBits, type FirstResults, type ResultKind, type SearchedCertainty, weightOf } from '../../model/search.ts'
import { CborReader } from './cbor-reader.ts'
import { compressed } from './fragments.ts'
import { array, beginningOfPosting, headOfArray, unsigned } from './join-words.ts'

/** What is known of each record, by its number: what decides where it is listed, and which of the filters shows it. */
export type ListedRecords = {
  readonly kinds: readonly ResultKind[]
  readonly headings: readonly boolean[]
  /** About how many words it has. */
  readonly lengths: readonly number[]
  /** The place of its part among all parts; less than 0 where it stands in none. */
  readonly parts: readonly number[]
  readonly levels: SearchedCertainty['levels']
  readonly partsInAll: number
}

/** Whether a chunk, which is not compressed yet, weighs more than all the rest of what a search for one word loads of the index. */
export const isLong = (chunk: Uint8Array): boolean => chunk.length > 16_000

/** What is told of a word that stands in very many records. */
export type FrequentWord = {
  readonly first: FirstResults
  /** In which records it is; see {@link listPath}. */
  readonly list: Uint8Array
}

/** A word in fewer records than this is answered whole. */
const fewest = 2_000

/** So many of each kind are given, and as many whose titles have the word: four times what is shown before somebody asks for more. */
const mostOfKind = 48

/**
 * Tells the results that come first for a word which stands in very many records, with how many there are (decision 149). A long series
 * has hundreds of such words with millions of places: they are gone through once, and nothing is made of most.
 *
 * @returns what tells it of a chunk of the index with one word in it; nothing of one of several words, or of a word in fewer records
 */
export function frequentWordsIn(records: ListedRecords): (chunk: Uint8Array) => FrequentWord | undefined {
  const { lengths } = records
  const { listOf, size } = listsOf(records)
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return (chunk) => {
    const reader = new CborReader(chunk)
    reader.head(array)
    if (reader.head(array) !== 1) return undefined
    reader.head(array)
    reader.text()
    const begin = reader.at
    const count = reader.head(array)
    if (count < fewest) return undefined
    const lists = Array.from({ length: 2 * size }, (): Posting[] => [])
    const found = new Uint32Array(count)
    const isIn = new Uint8Array(bytesOfBits(lengths.length))
    const [isOften, isInTitle] = [new Uint8Array(bytesOfBits(count)), new Uint8Array(bytesOfBits(count))]
    let record = 0
    for (let i = 0; i < count; i++) {
      reader.head(array)
      record += reader.head(unsigned)
      found[i] = record
      const places = reader.at
      const inText = reader.skipNumbers()
      const inTitle = reader.skipNumbers()
      setBit(isIn, record)
      // Places are written behind a mark of what they weigh.
      if (Math.max(inText - 1, 0) + Math.max(inTitle - 1, 0) > 1) setBit(isOften, i)
      if (inTitle > 0) setBit(isInTitle, i)
      const weight = weightOf(inText + inTitle, lengths[record] ?? average, average)
      const list = lists[2 * (listOf[record] ?? 0) + (inTitle > 0 ? 1 : 0)]
      if (list && isAmongFirst(weight, list)) putInto(list, { record, weight, places, end: reader.at })
    }
    if (reader.head(array) > 0) return undefined
    const postings = lists.flat()
    const naming = (some: Posting[]) => Buffer.concat([chunk.subarray(0, begin), ...written(some, chunk), headOfArray(0)])
    // A title alone is nothing to which Pagefind compares a word as it stands.
    const one = postings.find(({ places }) => chunk[places] !== headOfArray(0)[0])
    return {
      first: { postings: naming(postings).toString('base64'), ...countsOf(found, records) },
      list: packed(naming(one ? [{ ...one, record: 0 }] : []), isIn, isOften, isInTitle),
    }
  }
}

function setBit(bits: Uint8Array, at: number) {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
}

const packed = (chunk: Uint8Array, ...bits: readonly Uint8Array[]): Uint8Array =>
  compressed(Buffer.concat([Uint8Array.of(chunk.length >> 8, chunk.length & 0xff), chunk, ...bits]))

/** A posting: its record, what it weighs, and where in the chunk it says where the word is, and ends. */
type Posting = { readonly record: number; readonly weight: number; readonly places: number; readonly end: number }

/** For each record the number of the list that it is in; and how many lists there are. */
function listsOf({ kinds, headings }: ListedRecords): { readonly listOf: readonly number[]; readonly size: number } {
  const numbers = new Map<string, number>()
  const listOf = kinds.map((kind, record) => {
    const list = `${kind} ${headings[record]}`
    const number = numbers.get(list) ?? numbers.size
    numbers.set(list, number)
    return number
  })
  return { listOf, size: numbers.size }
}

const isAmongFirst = (weight: number, list: readonly Posting[]) =>
  list.length < mostOfKind || weight > (list.at(-1)?.weight ?? Number.NEGATIVE_INFINITY)

/** Behind those which weigh as much. */
function putInto(list: Posting[], posting: Posting) {
  const at = list.findLastIndex(({ weight }) => weight >= posting.weight) + 1
  list.splice(at, 0, posting)
  if (list.length > mostOfKind) list.pop()
}

/** Postings in the order of their records, as Pagefind writes an array of them. */
function written(postings: Posting[], chunk: Uint8Array): Uint8Array[] {
  let before = 0
  const pieces = postings
    .sort((a, b) => a.record - b.record)
    .flatMap(({ record, places, end }) => {
      const beginning = beginningOfPosting(record - before)
      before = record
      return [beginning, chunk.subarray(places, end)]
    })
  return [headOfArray(postings.length), ...pieces]
}

function countsOf(found: Uint32Array, { kinds, parts, levels, partsInAll }: ListedRecords): Omit<FirstResults, 'postings'> {
  const inParts = Array<number>(partsInAll).fill(0)
  const inKinds: Partial<Record<ResultKind, number>> = {}
  for (const record of found) {
    const [kind, part = -1] = [kinds[record], parts[record]]
    if (kind) inKinds[kind] = (inKinds[kind] ?? 0) + 1
    if (part >= 0) inParts[part] = (inParts[part] ?? 0) + 1
  }
  const isFound = new Uint8Array(kinds.length)
  for (const record of found) isFound[record] = 1
  const inLevels = levels.map(({ level, records }) => [level, records.filter((record) => isFound[record]).length])
  return { kinds: inKinds, parts: inParts, levels: Object.fromEntries(inLevels) }
}
