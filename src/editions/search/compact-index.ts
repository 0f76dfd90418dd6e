import { crc32 } from 'node:zlib'
import { keep } from '../../kept-results.ts'
import { type FirstResults, firstPath, listPath } from '../../model/search.ts'
import { type FrequentWord, frequentWordsIn, isLong, type ListedRecords } from './first-results.ts'
import { gzip } from './fragments.ts'
import type { IndexFile } from './index-files.ts'
import { type EncodedWord, encodeChunk, encodedWords, type GroupWords } from './join-words.ts'
import { digestOf } from './record-groups.ts'

/** Pagefind’s index in smaller chunks, and what the browser needs to know to ask for the right ones. */
type CompactIndex = {
  readonly files: IndexFile[]
  /** Where each chunk begins: as much of its first word as tells it from the last one before. */
  readonly chunks: string[]
  /** Numbers of the chunks of which the first results are told. */
  readonly frequent: number[]
  /** Of these the words that more than half of the records have. */
  readonly everywhere: string[]
  /** For each record a digit: about two to the power of it is the number of its words. */
  readonly lengths: string
}

/**
 * Cuts Pagefind’s chunks of some 25 kB, of which a query loads one for every word, into smaller ones (decision 11).
 *
 * @param about what is known of the records, where very frequent words are cut short (decision 149)
 */
export function compactIndex(words: GroupWords, about?: Omit<ListedRecords, 'lengths'>): CompactIndex {
  const chunks = cut(encodedWords(words))
  const lengths = words.lengths.map((count) => Math.round(Math.log2(count + 1)))
  const pressed = press(chunks, about && { ...about, lengths: lengths.map((length) => 2 ** length) })
  return {
    files: pressed.flatMap(({ content, frequent }, i) => [
      { path: `index/${i}.pf_index`, content },
      ...(frequent ? [{ path: firstPath(i), content: new TextEncoder().encode(JSON.stringify(frequent.first)) }] : []),
      ...(frequent ? [{ path: listPath(i), content: frequent.list }] : []),
    ]),
    chunks: chunks.map((chunk, i) => beginning(chunk[0]?.word ?? '', chunks[i - 1]?.at(-1)?.word ?? '')),
    frequent: pressed.flatMap(({ frequent }, i) => (frequent ? [i] : [])),
    everywhere: pressed.flatMap(({ frequent }, i) =>
      frequent && 2 * countOf(frequent.first) > lengths.length ? [chunks[i]?.[0]?.word ?? ''] : [],
    ),
    lengths: lengths.map((length) => length.toString(36)).join(''),
  }
}

const countOf = ({ kinds }: FirstResults) => Object.values(kinds).reduce((sum, count) => sum + count, 0)

/** The shortest beginning of a word that comes after the one before it. */
function beginning(word: string, before: string): string {
  const letters = [...word]
  const length = letters.findIndex((letter, i) => letter !== [...before][i])
  return letters.slice(0, length + 1).join('')
}

const smallestChunk = 2600
/** Bytes that a chunk costs in the list of chunks, with what its words shrink by in compression. */
const listed = 6

/**
 * Chunks of about equal size: small, but not so many that their list weighs more than the few chunks of a query. Which word one may begin
 * with, its letters decide: so a word more, or in more records, moves where the chunks beside it begin, and no others. What has not
 * changed is compressed no second time, and no device fetches it again.
 */
function cut(words: readonly EncodedWord[]): EncodedWord[][] {
  const total = words.reduce((sum, { size }) => sum + size, 0)
  // In steps of a tenth, as the total changes with each edit.
  const target = 2 ** (Math.round(8 * Math.log2(Math.max(smallestChunk, Math.sqrt(total * listed)))) / 8)
  const chunks: EncodedWord[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const word of words) {
    if (size + word.size > 1.25 * target || (size > 0.75 * target && drawnFrom(word.word) < word.size / (0.25 * target))) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(word)
    size += word.size
  }
  return chunks
}

/** A number from 0 to 1 that a word always gives, and that no two words have in common. */
const drawnFrom = (word: string): number => crc32(word) / 2 ** 32

/** About so many chunks are kept together: most of those of an edit are as they were. */
const chunksKept = 32

/** Chunks that are kept together: where a group begins, the letters of a word decide as well. */
function groupsOf(chunks: readonly (readonly EncodedWord[])[]): (readonly EncodedWord[])[][] {
  const groups: (readonly EncodedWord[])[][] = []
  for (const chunk of chunks) {
    const group = groups.at(-1)
    const isDrawn = drawnFrom(chunk[0]?.word ?? '') * chunksKept < 1
    if (!group || isDrawn || group.length >= 2 * chunksKept) groups.push([chunk])
    else group.push(chunk)
  }
  return groups
}

/** A chunk as it is written, and what is told of a very frequent word in it. */
type PressedChunk = { readonly content: Uint8Array; readonly frequent?: FrequentWord | undefined }

/** Only the chunks of one group are in memory at once. */
function press(chunks: readonly (readonly EncodedWord[])[], records?: ListedRecords): PressedChunk[] {
  const about = records && digestOf(records)
  let frequentIn: ReturnType<typeof frequentWordsIn> | undefined
  const frequentOf = (long: readonly Uint8Array[], all: ListedRecords, digest: string) =>
    keep('frequent-words', [digest, ...long], () => {
      frequentIn ??= frequentWordsIn(all)
      return long.map(frequentIn)
    })
  return groupsOf(chunks).flatMap((some) => {
    const group = some.map(encodeChunk)
    const long = records ? group.filter(isLong) : []
    const told = records && about ? frequentOf(long, records, about) : []
    return keep('index-chunks', group, () => group.map(gzip)).map((content, i) => ({
      content,
      frequent: told[long.indexOf(group[i] as Uint8Array)],
    }))
  })
}
