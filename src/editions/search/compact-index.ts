import { decode, encode } from 'cborg'
import { gunzip, gzip } from './fragments.ts'
import type { IndexFile } from './index-files.ts'

/** Pagefind’s index in smaller chunks, and what the browser needs to know to ask for the right ones. */
export type CompactIndex = {
  /** Version of Pagefind. */
  readonly version: string
  /** The program that knows the stems of the language. */
  readonly wasm: string
  readonly files: IndexFile[]
  /** Where each chunk begins: as much of its first word as tells it from the last one before. */
  readonly chunks: string[]
  /** For each record a digit: about two to the power of it is the number of its words. */
  readonly lengths: string
  readonly metaFields: string[]
}

/** A word of the index with the records it stands in; all that matters here is the word. */
type PackedWord = [word: string, ...rest: unknown[]]

/** The version whose files are written here, and whose program `src/reader/search/search-program.ts` runs. */
const known = '1.6.0'

type Metadata = [
  version: string,
  pages: [hash: string, words: number, group: string][],
  chunks: unknown[],
  filters: unknown[],
  sorts: unknown[],
  metaFields: string[],
]

/**
 * Cuts Pagefind’s chunks of some 25 kB, of which a query loads one for every word, into smaller ones (decision 11).
 *
 * @param hashOf hash that Pagefind gave each record’s fragment, in the order in which the records were added
 * @throws when the format is not that of the Pagefind this was written for
 */
export function compactIndex(files: readonly IndexFile[]): CompactIndex {
  const metadata = decode(unpack(only(files, /\.pf_meta$/u))) as Metadata
  const entry = JSON.parse(new TextDecoder().decode(only(files, /^pagefind-entry\.json$/u).content)) as {
    languages: Record<string, { wasm: string | null }>
  }
  const [version, pages, , filters, sorts, metaFields] = metadata
  if (version !== known || !Array.isArray(metaFields) || filters.length + sorts.length > 0)
    throw new Error(`Pagefind ${version} writes its files in another form than ${known}, the one known here.`)
  const words = files
    .filter(({ path }) => path.endsWith('.pf_index'))
    .flatMap((file) => (decode(unpack(file)) as [PackedWord[]])[0])
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const chunks = cut(words)
  return {
    version,
    wasm: Object.values(entry.languages)[0]?.wasm ?? 'unknown',
    files: chunks.map((chunk, i) => ({ path: `index/${i}.pf_index`, content: gzip(encode([chunk])) })),
    chunks: chunks.map((chunk, i) => beginning(chunk[0]?.[0] ?? '', chunks[i - 1]?.at(-1)?.[0] ?? '')),
    lengths: pages.map(([, count]) => Math.round(Math.log2(count + 1)).toString(36)).join(''),
    metaFields,
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
function cut(words: readonly PackedWord[]): PackedWord[][] {
  const sizes = words.map((word) => encode(word).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const target = Math.max(smallestChunk, Math.sqrt(total * listed))
  const chunks: PackedWord[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const [i, word] of words.entries()) {
    const next = sizes[i] ?? 0
    if (size + next > target) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(word)
    size += next
  }
  return chunks
}

function only(files: readonly IndexFile[], pattern: RegExp): IndexFile {
  const found = files.filter(({ path }) => pattern.test(path))
  if (found.length !== 1 || !found[0]) throw new Error(`Pagefind wrote ${found.length} files ${pattern}; one was expected.`)
  return found[0]
}

const unpack = ({ content }: IndexFile): Uint8Array => gunzip(content)
