import { keep } from '../../kept-results.ts'
import { inGroups } from '../../model/sizes.ts'
import { gzip } from './fragments.ts'
import type { IndexFile } from './index-files.ts'
import { type EncodedWord, encodeChunk, encodedWords, type GroupWords } from './join-words.ts'

/** Pagefind’s index in smaller chunks, and what the browser needs to know to ask for the right ones. */
type CompactIndex = {
  readonly files: IndexFile[]
  /** Where each chunk begins: as much of its first word as tells it from the last one before. */
  readonly chunks: string[]
  /** For each record a digit: about two to the power of it is the number of its words. */
  readonly lengths: string
}

/** Cuts Pagefind’s chunks of some 25 kB, of which a query loads one for every word, into smaller ones (decision 11). */
export function compactIndex(words: GroupWords): CompactIndex {
  const chunks = cut(encodedWords(words))
  return {
    files: compress(chunks).map((content, i) => ({ path: `index/${i}.pf_index`, content })),
    chunks: chunks.map((chunk, i) => beginning(chunk[0]?.word ?? '', chunks[i - 1]?.at(-1)?.word ?? '')),
    lengths: words.lengths.map((count) => Math.round(Math.log2(count + 1)).toString(36)).join(''),
  }
}

/** The shortest beginning of a word that comes after the one before it. */
function beginning(word: string, before: string): string {
  const letters = [...word]
  const length = letters.findIndex((letter, i) => letter !== [...before][i])
  return letters.slice(0, length + 1).join('')
}

const smallestChunk = 2600
/** Bytes that a chunk costs in the list of chunks, with what its words shrink by in compression. */
const listed = 6

/** Chunks of about equal size: small, but not so many that their list weighs more than the few chunks of a query. */
function cut(words: readonly EncodedWord[]): EncodedWord[][] {
  const total = words.reduce((sum, { size }) => sum + size, 0)
  const target = Math.max(smallestChunk, Math.sqrt(total * listed))
  const chunks: EncodedWord[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const word of words) {
    if (size + word.size > target) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(word)
    size += word.size
  }
  return chunks
}

/** So many chunks are kept together: most of those of an edit are as they were. */
const chunksKept = 32

/** Only the chunks of one group are in memory at once. */
const compress = (chunks: readonly (readonly EncodedWord[])[]): Uint8Array[] =>
  inGroups(chunks, chunksKept).flatMap((some) => {
    const group = some.map(encodeChunk)
    return keep('index-chunks', group, () => group.map(gzip))
  })
