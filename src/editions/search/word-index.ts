import { decode } from 'cborg'
import { close, createIndex } from 'pagefind'
import { keepLater } from '../../kept-results.ts'
import { gunzip } from './fragments.ts'
import type { IndexFile } from './index-files.ts'
import {
  type EncodedWord,
  type GroupWords,
  type Indexed,
  type IndexedText,
  type IndexedWord,
  joinWords,
  type Posting,
  splitWords,
} from './join-words.ts'

/** Pagefind’s index of a series, and its program. */
export type WordIndex = {
  readonly words: readonly EncodedWord[]
  /** How many words each record has. */
  readonly lengths: readonly number[]
  readonly metaFields: readonly string[]
  readonly program: Program
}

/** The program that reads an index and knows the stems of its language. */
type Program = {
  /** Version of Pagefind. */
  readonly version: string
  /** `en` of `wasm.en.pagefind`. */
  readonly name: string
  readonly file: IndexFile
}

/** The version whose files are written here, and whose program `src/reader/search/search-program.ts` runs. */
const known = '1.6.0'

/**
 * Pagefind’s index of records in groups. That of a group is kept from build to build: only the records of groups in which
 * something has changed are indexed, all at once, and their words are put among the others’ (decision 130).
 *
 * @param language subtag by which words are stemmed; `unknown` for none
 * @throws what Pagefind answers; or where its form is not that of the Pagefind this was written for
 */
export async function indexWords(groups: readonly (readonly IndexedText[])[], language: string): Promise<WordIndex> {
  const missing: number[] = []
  const made = Promise.withResolvers<ReadonlyMap<number, GroupWords>>()
  const asked = groups.map((texts, i) =>
    keepLater('indexed-words', [language, JSON.stringify(texts)], async () => {
      missing.push(i)
      const group = (await made.promise).get(i)
      if (!group) throw new Error('A group of records was not indexed.')
      return group
    }),
  )
  if (missing.length > 0) indexGroups(groups, missing, language).then(made.resolve, made.reject)
  const found = await Promise.all(asked)
  const program = await keepLater('search-program', [language], () => programFor(language))
  return {
    words: joinWords(found),
    lengths: found.flatMap(({ lengths }) => lengths),
    metaFields: groups.some((texts) => texts.some(({ title }) => title !== undefined)) ? ['title'] : [],
    program,
  }
}

/** Records that are indexed together: the index of a hundred parts, decoded, takes half a gigabyte. */
const mostAtOnce = 7_000

/** Indexes groups, by their numbers. */
async function indexGroups(groups: readonly (readonly IndexedText[])[], numbers: readonly number[], language: string) {
  const words = new Map<number, GroupWords>()
  for (const some of inBatches(numbers, (i) => groups[i]?.length ?? 0)) {
    const index = await indexOf(
      some.flatMap((i) => groups[i] ?? []),
      language,
    )
    for (const [i, group] of splitWords(index, some, groups)) words.set(i, group)
  }
  return words
}

/** @param sizeOf how many records a group has */
function inBatches(numbers: readonly number[], sizeOf: (number: number) => number): number[][] {
  const batches: number[][] = []
  let held = Number.POSITIVE_INFINITY
  for (const number of numbers) {
    if (held + sizeOf(number) > mostAtOnce) {
      batches.push([])
      held = 0
    }
    batches.at(-1)?.push(number)
    held += sizeOf(number)
  }
  return batches
}

type Metadata = [
  version: string,
  records: [hash: string, words: number, group: string][],
  chunks: unknown[],
  filters: unknown[],
  sorts: unknown[],
  metaFields: string[],
]

async function indexOf(texts: readonly IndexedText[], language: string): Promise<Indexed> {
  const files = await runPagefind(texts, language)
  const lengths = texts.map(() => 0)
  // Where no text has a word, there is nothing to describe.
  if (!files.some(({ path }) => isMetadata(path))) return { words: [], lengths }
  const [version, records, , filters, sorts, metaFields] = decode(gunzip(only(files, isMetadata).content)) as Metadata
  if (version !== known || metaFields.some((field) => field !== 'title') || filters.length + sorts.length > 0)
    throw new Error(`Pagefind ${version} writes its files in another form than ${known}, the one known here.`)
  const words = files
    .filter(({ path }) => path.endsWith('.pf_index'))
    .flatMap(({ content }) => (decode(gunzip(content)) as [IndexedWord[]])[0])
  const numbers = records.length === texts.length ? undefined : numbersOf(records, files)
  for (const [i, [, count]] of records.entries()) lengths[numbers?.[i] ?? i] = count
  return { words: numbers ? words.map((word) => renumbered(word, numbers)) : words, lengths }
}

const isMetadata = (path: string) => path.endsWith('.pf_meta')

/** The program for a language, as Pagefind lays it beside any index. */
async function programFor(language: string): Promise<Program> {
  const files = await runPagefind([{ content: 'word' }], language)
  const entry = JSON.parse(new TextDecoder().decode(only(files, (path) => path === 'pagefind-entry.json').content)) as {
    readonly version: string
    readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>
  }
  const name = Object.values(entry.languages)[0]?.wasm ?? 'unknown'
  return { version: entry.version, name, file: only(files, (path) => path === `wasm.${name}.pagefind`) }
}

/** Pagefind leaves out records in whose text it finds no word. @returns for each of the others which of all it is */
const numbersOf = (records: Metadata[1], files: readonly IndexFile[]): number[] => {
  const fragments = new Map(files.map(({ path, content }) => [path, content]))
  return records.map(([hash]) => {
    const fragment = fragments.get(`fragment/${hash}.pf_fragment`)
    if (!fragment) throw new Error(`Pagefind wrote no fragment ${hash}.`)
    return Number((JSON.parse(Buffer.from(gunzip(fragment)).toString()) as { url: string }).url)
  })
}

function renumbered([word, postings, spellings]: IndexedWord, numbers: readonly number[]): IndexedWord {
  const mend = (list: readonly Posting[]): Posting[] => {
    let [found, last] = [0, 0]
    return list.map(([distance, ...places]) => {
      found += distance
      const before = last
      last = numbers[found] ?? 0
      return [last - before, ...places]
    })
  }
  return [word, mend(postings), spellings.map(([spelling, list]) => [spelling, mend(list)])]
}

const atOnce = 200

async function runPagefind(texts: readonly IndexedText[], language: string): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language })
  if (!index) throw new Error(`Pagefind could not make an index: ${errors.join(', ')}`)
  try {
    for (let first = 0; first < texts.length; first += atOnce) {
      const added = texts
        .slice(first, first + atOnce)
        .map(({ content, title }, i) =>
          index.addCustomRecord({ url: String(first + i), content, language, meta: title === undefined ? {} : { title } }),
        )
      for (const answer of await Promise.all(added)) throwOn(answer)
    }
    const written = await index.getFiles()
    throwOn(written)
    return written.files
  } finally {
    await close()
  }
}

function throwOn({ errors }: { errors: string[] }) {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(', ')}`)
}

function only(files: readonly IndexFile[], isWanted: (path: string) => boolean): IndexFile {
  const [found, ...others] = files.filter(({ path }) => isWanted(path))
  if (!found || others.length > 0) throw new Error(`Pagefind wrote other files than ${known} does.`)
  return found
}
