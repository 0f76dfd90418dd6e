import { decode } from 'cborg'
import { close, createIndex } from 'pagefind'
import { keepLater } from '../../kept-results.ts'
import { inGroups } from '../../model/sizes.ts'
import { gunzip } from './fragments.ts'
import type { IndexFile } from './index-files.ts'
import { type GroupWords, type IndexedText, joinWords } from './join-words.ts'
import { mostJoined } from './record-groups.ts'
import { splitWords } from './split-words.ts'

/** What is indexed of a group of records. */
export type IndexedGroup = {
  /** Stands for all that is in its texts. */
  readonly key: string
  /** How many records it has. */
  readonly size: number
  /** Asked for only where they have to be indexed. */
  readonly texts: () => readonly IndexedText[]
}

/** Pagefind’s index of a series, and its program. */
export type WordIndex = { readonly words: GroupWords; readonly program: Program }

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
 * something has changed are indexed, and their words are put among the others’; and so are the joined words of groups that stand
 * beside each other, so that after an edit few of them are joined anew (decision 130).
 *
 * @param language subtag by which words are stemmed; `unknown` for none
 * @throws what Pagefind answers; or where its form is not that of the Pagefind this was written for
 */
export async function indexWords(groups: readonly IndexedGroup[], language: string): Promise<WordIndex> {
  const missing: MissingGroup[] = []
  const wordsOf = (group: IndexedGroup) =>
    keepLater('indexed-words', [language, group.key], () => {
      const made = Promise.withResolvers<GroupWords>()
      missing.push({ ...made, group })
      return made.promise
    })
  const joined = inGroups(groups, mostJoined).map((some) =>
    keepLater('joined-words', [language, ...some.map(({ key }) => key)], async () => joinWords(await Promise.all(some.map(wordsOf)))),
  )
  indexGroups(missing, language).catch((error: unknown) => {
    for (const { reject } of missing) reject(error)
  })
  const words = joinWords(await Promise.all(joined))
  return { words, program: await keepLater('search-program', [language], () => programFor(language)) }
}

/** A group that has to be indexed, and who waits for it. */
type MissingGroup = PromiseWithResolvers<GroupWords> & { readonly group: IndexedGroup }

/** Records that are indexed together: each run of Pagefind costs some time, and each record in it some memory. */
const mostAtOnce = 4_000

/** Indexes groups, and gives each away as soon as it is there: nothing is held until the last of a long series is. */
async function indexGroups(missing: MissingGroup[], language: string) {
  while (missing.length > 0) {
    const texts = firstOf(missing).map(({ group }) => group.texts())
    const words = await indexOf(texts, language)
    for (const [i, { resolve }] of missing.splice(0, words.length).entries()) {
      const found = words[i]
      if (found) resolve(found)
    }
  }
}

/** As many of them as are indexed together, at least one. */
function firstOf(missing: readonly MissingGroup[]): readonly MissingGroup[] {
  let records = 0
  const end = missing.findIndex(({ group }, i) => {
    records += group.size
    return i > 0 && records > mostAtOnce
  })
  return end < 0 ? missing : missing.slice(0, end)
}

type Metadata = [
  version: string,
  records: [hash: string, words: number, group: string][],
  chunks: unknown[],
  filters: unknown[],
  sorts: unknown[],
  metaFields: string[],
]

/** The index of groups of records that are indexed together. */
async function indexOf(groups: readonly (readonly IndexedText[])[], language: string): Promise<GroupWords[]> {
  const texts = groups.flat()
  const sizes = groups.map(({ length }) => length)
  const files = await runPagefind(texts, language)
  const lengths = texts.map(() => 0)
  // Where no text has a word, there is nothing to describe.
  if (!files.some(({ path }) => isMetadata(path))) return splitWords([], sizes, lengths)
  const [version, records, , filters, sorts, metaFields] = decode(gunzip(only(files, isMetadata).content)) as Metadata
  if (version !== known || metaFields.some((field) => field !== 'title') || filters.length + sorts.length > 0)
    throw new Error(`Pagefind ${version} writes its files in another form than ${known}, the one known here.`)
  const numbers = records.length === texts.length ? undefined : numbersOf(records, files)
  for (const [i, [, count]] of records.entries()) lengths[numbers?.[i] ?? i] = count
  return splitWords(
    files.filter(({ path }) => path.endsWith('.pf_index')).map(({ content }) => gunzip(content)),
    sizes,
    lengths,
    numbers,
  )
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
