import type { CertaintyLevel } from '../../model/certainty.ts'
import {
  type FirstResults,
  type FoundRecord,
  firstPath,
  listPath,
  type PublishedSearchManifest,
  type ResultKind,
  type SearchedPart,
  type SearchManifest,
  titlesPath,
  titlesTogether,
} from '../../model/search.ts'
import { metadataOf } from './index-metadata.ts'
import { RecordList } from './record-list.ts'
import { type EngineResult, type OpenedIndex, SearchProgram } from './search-program.ts'
import type { SearchSupplier } from './search-supplier.ts'
import { unpack } from './unpack.ts'

/** A series that is searched: this one, or another that its `series.yaml` names. */
export type SearchedSeries = {
  readonly manifest: SearchManifest
  readonly supplier: SearchSupplier
  /** Those that have been read, by their file. */
  readonly titles: Map<string, Promise<readonly string[]>>
  readonly runs: ReturnType<typeof runsOf>
  readonly levels: ReturnType<typeof levelsOf>
}

/** A record by the series it belongs to and its number there. */
export type RecordAddress = {
  readonly id: string
  readonly number: number
  readonly series: SearchedSeries
  readonly isOther: boolean
  readonly kind: ResultKind
  readonly isHeading: boolean
  readonly part?: SearchedPart
  /** How sure it is, or the statements in it that say so. */
  readonly certainty: readonly CertaintyLevel[]
}

const isFrequent = ({ frequent = [] }: SearchManifest, chunk: number | string) => chunk !== '' && frequent.includes(Number(chunk))

/** Whether the chunk in which a word would stand has a very frequent word alone; and if it is this one, what is told of it. */
export type Looked<T> = { readonly isFrequent: boolean; readonly told?: T }

/** What is told first of a frequent word. */
export type FirstMatches = { readonly results: readonly EngineResult[]; readonly counts: MatchCounts }

/** How many matches there are, where only those that come first are told. */
export type MatchCounts = Omit<FirstResults, 'postings' | 'parts'> & {
  /** Those that have any. */
  readonly parts: readonly (readonly [SearchedPart, number])[]
}

/** So short a beginning that more chunks have it is not yet a word. */
const mostPreloaded = 8

/** All series that have been opened: records are told apart by the number of theirs. */
const opened: SearchedSeries[] = []

/**
 * Pagefind with the index of a series and of others in the same language. Its program knows the stems of one: words of
 * another language would be looked for by the wrong ones, so each has an engine of its own.
 */
export class SearchEngine {
  readonly #program: SearchProgram
  /** Of this series first. */
  readonly #indexes: OpenedIndex[] = []
  /** Number of the series it was opened for. */
  readonly #first: number
  readonly #fragments = new Map<string, Promise<FoundRecord[]>>()
  readonly #lists = new Map<string, Promise<RecordList>>()

  private constructor(program: SearchProgram, first: number) {
    this.#program = program
    this.#first = first
    this.#openIndex(first)
  }

  static async open(supplier: SearchSupplier): Promise<SearchEngine> {
    await supplier.load()
    const early = supplier.program ? supplier.read(supplier.program) : undefined
    // Where the manifest cannot be had nobody waits for the program.
    early?.catch(() => undefined)
    const manifest = manifestOf(await (await supplier.read('search.json')).json())
    const program = await SearchProgram.run(await (early ?? supplier.read(programOf(manifest))))
    return new SearchEngine(program, add(supplier, manifest))
  }

  #openIndex(n: number) {
    const { manifest, supplier } = seriesAt(n)
    this.#indexes.push(this.#program.open(metadataOf(manifest, `${n}.`), (name) => supplier.read(name)))
  }

  /**
   * Searches another series along with this one, unless it is in another language. The program of another version would not
   * run in this engine: better the wrong stems than none.
   *
   * @returns whether it does
   */
  async join(supplier: SearchSupplier): Promise<boolean> {
    const manifest = manifestOf(await (await supplier.read('search.json')).json())
    if (manifest.language !== this.manifest.language && manifest.version === this.manifest.version) return false
    this.#openIndex(add(supplier, manifest))
    return true
  }

  get manifest(): SearchManifest {
    return seriesAt(this.#first).manifest
  }

  /** What Pagefind finds for words, or for a phrase in straight quotation marks; best first. */
  async search(query: string): Promise<readonly EngineResult[]> {
    const words = query.replaceAll('"', '')
    if (!words) return []
    const found = await Promise.all(this.#indexes.map((index) => index.search(words, query !== words)))
    return found.flat().sort((a, b) => b.score - a.score)
  }

  /**
   * Looks a word up that may be in very many records: of such a one it is told which come first in each list of results, and how many there
   * are in all. Nothing is where series are searched together.
   */
  async firstOf(word: string): Promise<Looked<FirstMatches>> {
    const frequent = this.#frequentAt(word)
    if (!frequent) return { isFrequent: false }
    const { index, chunk } = frequent
    const { manifest, supplier } = seriesAt(this.#first)
    const { postings, ...counts }: FirstResults = await (await supplier.read(firstPath(chunk))).json()
    const results = index.searchIn(
      Uint8Array.from(atob(postings), (sign) => sign.charCodeAt(0)),
      word,
    )
    if (results.length === 0) return { isFrequent: true }
    const parts = counts.parts.flatMap((count, i) => (count > 0 ? [[manifest.parts[i] as SearchedPart, count] as const] : []))
    return { isFrequent: true, told: { results, counts: { ...counts, parts } } }
  }

  /** Looks up in which records a very frequent word is. */
  async listOf(word: string): Promise<Looked<RecordList>> {
    const frequent = this.#frequentAt(word)
    if (!frequent) return { isFrequent: false }
    const { chunk } = frequent
    const list = this.#lists.get(chunk) ?? this.#readList(chunk)
    this.#lists.set(chunk, list)
    list.catch(() => this.#lists.delete(chunk))
    const told = await list
    return { isFrequent: true, ...(told.isForm(word) && { told }) }
  }

  async #readList(chunk: string): Promise<RecordList> {
    const { manifest, supplier } = seriesAt(this.#first)
    const bytes = new Uint8Array(await (await unpack(await supplier.read(listPath(chunk)))).arrayBuffer())
    const begin = 2 + new DataView(bytes.buffer).getUint16(0)
    const about = { prefix: `${this.#first}.`, lengths: manifest.lengths }
    const one = metadataOf({ ...manifest, lengths: '1', chunks: [''] }, '')
    return new RecordList(bytes.subarray(begin), about, this.#program.formsOf(one, bytes.subarray(2, begin)))
  }

  /** The chunk in which a word would stand, where that has a very frequent word alone. */
  #frequentAt(word: string): { readonly index: OpenedIndex; readonly chunk: string } | undefined {
    const [index, other] = this.#indexes
    const { manifest } = seriesAt(this.#first)
    const [chunk = ''] = index && !other && manifest.frequent ? index.chunksOf(word) : []
    return index && isFrequent(manifest, chunk) ? { index, chunk } : undefined
  }

  /** All records with a very frequent word in any of its forms; those of words that begin like it are not among them. */
  async allOf(word: string): Promise<readonly EngineResult[]> {
    const [index] = this.#indexes
    const [chunk] = index?.chunksOf(word) ?? []
    return index && chunk !== undefined ? index.searchAlone(chunk, word) : []
  }

  /** Whether a very frequent word begins so. */
  beginsFrequent(word: string): boolean {
    return this.manifest.chunks.some((from, i) => from.startsWith(word) && isFrequent(this.manifest, i))
  }

  /** Loads chunks with words that begin like this one, but for very frequent ones; Pagefind loads only the one in which it would stand. */
  async loadBeginningWith(word: string): Promise<void> {
    const chunks = this.manifest.chunks.filter((from, i) => from.startsWith(word) && !isFrequent(this.manifest, i))
    if (chunks.length === 0 || chunks.length >= mostPreloaded) return
    await Promise.all(this.#indexes.flatMap((index) => chunks.map((from) => index.load(from))))
  }

  locate(id: string): RecordAddress {
    const [n = 0, number = 0] = id.split('.').map(Number)
    const series = seriesAt(n)
    return {
      id,
      number,
      series,
      isOther: n !== this.#first,
      certainty: series.levels.get(number) ?? [],
      ...locationIn(series.runs, number),
    }
  }

  /** A record for display. */
  async record(id: string): Promise<FoundRecord> {
    const [n = 0, number = 0] = id.split('.').map(Number)
    const { supplier, manifest } = seriesAt(n)
    const chunk = Math.floor(number / manifest.recordsPerChunk)
    const key = `${n}.${chunk}`
    const fragment = this.#fragments.get(key) ?? readFragment(supplier, chunk)
    this.#fragments.set(key, fragment)
    fragment.catch(() => this.#fragments.delete(key))
    const record = (await fragment)[number % manifest.recordsPerChunk]
    if (!record) throw new Error(`There is no record ${id}.`)
    return record
  }

  /** Words of all texts that begin with a letter, the most frequent first. */
  async wordsWith(letter: string): Promise<readonly string[]> {
    const { supplier } = seriesAt(this.#first)
    const file = await supplier.read(`words/${letter.codePointAt(0)?.toString(16)}.json`).catch(() => undefined)
    return file ? file.json() : []
  }
}

/** The title of a part, which of very many is read where it is shown. */
export async function titleOf(part: SearchedPart, { manifest, supplier, titles }: SearchedSeries): Promise<string> {
  if (part.title !== undefined) return part.title
  const at = manifest.parts.indexOf(part)
  const path = titlesPath(at)
  const file = titles.get(path) ?? supplier.read(path).then((found): Promise<string[]> => found.json())
  titles.set(path, file)
  file.catch(() => titles.delete(path))
  return (await file)[at % titlesTogether] ?? ''
}

/** The manifest in our words; see {@link PublishedSearchManifest}. */
const manifestOf = ({ pieces, together, parts, ...rest }: PublishedSearchManifest): SearchManifest => ({
  ...rest,
  parts: parts.map((part) => ({ ...part, slug: part.slug ?? String(part.number) })),
  chunks: pieces,
  recordsPerChunk: together,
})

/** @returns the number of the series */
const add = (supplier: SearchSupplier, manifest: SearchManifest) =>
  opened.push({ manifest, supplier, titles: new Map(), runs: runsOf(manifest), levels: levelsOf(manifest) }) - 1

function seriesAt(n: number): SearchedSeries {
  const series = opened[n]
  if (!series) throw new Error(`There is no series ${n}.`)
  return series
}

const programOf = ({ wasm }: SearchManifest) => `wasm.${wasm}.pagefind`

const readFragment = async (supplier: SearchSupplier, chunk: number): Promise<FoundRecord[]> =>
  (await unpack(await supplier.read(`fragment/${chunk}.pf_fragment`))).json()

/** The levels that the manifest gives to records, by their numbers. */
function levelsOf({ certainty }: SearchManifest): Map<number, CertaintyLevel[]> {
  const levels = new Map<number, CertaintyLevel[]>()
  for (const { level, records } of certainty?.levels ?? []) {
    for (const number of records) levels.set(number, [...(levels.get(number) ?? []), level])
  }
  return levels
}

type Location = Pick<RecordAddress, 'kind' | 'isHeading' | 'part'>

/** What each record is: runs of numbers with the same kind and part, by the number after their last; see {@link SearchManifest}. */
function runsOf({ parts, terms, sources, events, places = 0, pages = 0 }: SearchManifest): { end: number; location: Location }[] {
  let end = 0
  const run = (length: number, location: Location) => {
    end += length
    return { end, location }
  }
  return [
    ...parts.flatMap((part) => [
      run(part.headings, { kind: 'part', isHeading: true, part }),
      run(part.paragraphs, { kind: 'part', isHeading: false, part }),
      run(part.notes, { kind: 'note', isHeading: false, part }),
    ]),
    run(terms, { kind: 'term', isHeading: false }),
    run(sources, { kind: 'source', isHeading: false }),
    run(events, { kind: 'event', isHeading: false }),
    run(places, { kind: 'place', isHeading: false }),
    run(pages, { kind: 'page', isHeading: false }),
  ]
}

/** The run that a number stands in, by binary search. */
function locationIn(runs: readonly { readonly end: number; readonly location: Location }[], number: number): Location {
  let [low, high] = [0, runs.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.end ?? 0) > number) high = middle
    else low = middle + 1
  }
  const run = runs[low]
  if (!run) throw new Error(`There is no record ${number}.`)
  return run.location
}
