import type { FirstResults, ResultKind, SearchedCertainty } from '../../model/search.ts'
import { CborReader } from './cbor-reader.ts'
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

/** A word in fewer records than this is answered whole. */
const fewest = 2_000

/** So many of each kind are given, and as many whose titles have the word: four times what is shown before somebody asks for more. */
const mostOfKind = 48

/**
 * The results that come first for a word which stands in very many records, with how many there are (decision 149).
 *
 * @param chunk of the index, with one word in it
 * @returns nothing for a chunk of several words, or of one that is in fewer records
 */
export function firstResults(chunk: Uint8Array, records: ListedRecords): FirstResults | undefined {
  const reader = new CborReader(chunk)
  reader.head(array)
  if (reader.head(array) !== 1) return undefined
  reader.head(array)
  reader.text()
  const begin = reader.at
  const postings = postingsOf(reader)
  const spellings = reader.head(array)
  if (postings.length < fewest || spellings > 0) return undefined
  const best = bestOf(postings, records)
  const pieces = [chunk.subarray(0, begin), headOfArray(best.length)]
  let before = 0
  for (const { record, places, end } of best) {
    pieces.push(beginningOfPosting(record - before), chunk.subarray(places, end))
    before = record
  }
  return { postings: Buffer.concat([...pieces, headOfArray(0)]).toString('base64'), ...countsOf(postings, records) }
}

/** A posting: its record, how often the word is in its text and its title, and where in the chunk it says where, and ends. */
type Posting = {
  readonly record: number
  readonly inText: number
  readonly inTitle: number
  readonly places: number
  readonly end: number
}

function postingsOf(reader: CborReader): Posting[] {
  let record = 0
  return Array.from({ length: reader.head(array) }, () => {
    reader.head(array)
    record += reader.head(unsigned)
    const places = reader.at
    return { record, inText: reader.skipNumbers(), inTitle: reader.skipNumbers(), places, end: reader.at }
  })
}

/** Those that come first among those they are listed with, in the order of their records. */
function bestOf(postings: readonly Posting[], { kinds, headings, lengths }: ListedRecords): readonly Posting[] {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const weigh = (posting: Posting) => ({ posting, weight: weightOf(posting, lengths[posting.record] ?? average, average) })
  const groups = Map.groupBy(postings, ({ record, inTitle }) => `${kinds[record]} ${headings[record]} ${inTitle > 0}`)
  return [...groups.values()]
    .flatMap((group) =>
      group
        .map(weigh)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, mostOfKind),
    )
    .map(({ posting }) => posting)
    .sort((a, b) => a.record - b.record)
}

/** How much a word says of a record, in about the order of Pagefind’s weights: as BM25 has it, with little regard to lengths. */
function weightOf({ inText, inTitle }: Posting, length: number, average: number): number {
  const often = inText + inTitle
  return often / (often + 2 * (0.9 + (0.1 * length) / average))
}

function countsOf(postings: readonly Posting[], { kinds, parts, levels, partsInAll }: ListedRecords): Omit<FirstResults, 'postings'> {
  const inParts = Array<number>(partsInAll).fill(0)
  const inKinds: Partial<Record<ResultKind, number>> = {}
  for (const { record } of postings) {
    const [kind, part = -1] = [kinds[record], parts[record]]
    if (kind) inKinds[kind] = (inKinds[kind] ?? 0) + 1
    if (part >= 0) inParts[part] = (inParts[part] ?? 0) + 1
  }
  const found = new Set(postings.map(({ record }) => record))
  const inLevels = levels.map(({ level, records }) => [level, records.filter((record) => found.has(record)).length])
  return { kinds: inKinds, parts: inParts, levels: Object.fromEntries(inLevels) }
}
