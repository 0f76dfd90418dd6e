import type { CertaintyLevel } from '../../model/certainty.ts'
import type { FoundRecord, PublishedSearchManifest, ResultKind, SearchedPart, SearchManifest } from '../../model/search.ts'
import { metadataOf } from './index-metadata.ts'
import type { Engine, EngineResult, SearchSupplier } from './search-supplier.ts'

/** A series that is searched: this one, or another that its `series.yaml` names. */
export type SearchedSeries = {
  readonly manifest: SearchManifest
  readonly supplier: SearchSupplier
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

/** So short a beginning that more chunks have it is not yet a word. */
const mostPreloaded = 8

/** All series that have been opened: Pagefind reads the files of each through one function, and records are told apart by its number. */
const opened: SearchedSeries[] = []

/** Where Pagefind looks for the index of the n-th series; {@link readFile} answers. */
const basePath = (n: number) => `pf:/${n}/`

/**
 * Pagefind with the index of a series and of others in the same language. Its program knows the stems of one: words of
 * another language would be looked for by the wrong ones, so each has an engine of its own.
 */
export class SearchEngine {
  readonly #engine: Engine
  /** Number of the series it was opened for. */
  readonly #first: number
  readonly #fragments = new Map<string, Promise<FoundRecord[]>>()

  private constructor(engine: Engine, first: number) {
    this.#engine = engine
    this.#first = first
  }

  static async open(supplier: SearchSupplier): Promise<SearchEngine> {
    globalThis.pamphletRead = readFile
    const loaded = supplier.load()
    // An embedded manifest is there only when the scripts are.
    const read = supplier.read('search.json').catch(() => loaded.then(() => supplier.read('search.json')))
    const first = add(supplier, manifestOf(await (await read).json()))
    await loaded
    const engine = globalThis.pamphletEngine?.({ basePath: basePath(first), baseUrl: '/', noWorker: true, metaCacheTag: '' })
    if (!engine) throw new Error('The script of the search engine defined no engine.')
    await engine.init()
    return new SearchEngine(engine, first)
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
    await this.#engine.mergeIndex(basePath(add(supplier, manifest)))
    return true
  }

  get manifest(): SearchManifest {
    return seriesAt(this.#first).manifest
  }

  /** What Pagefind finds for words, or for a phrase in straight quotation marks. */
  async search(query: string): Promise<readonly EngineResult[]> {
    return (await this.#engine.search(query)).results
  }

  /** Loads all chunks of the index with words that begin like this one; Pagefind loads only the one in which it would stand. */
  async loadBeginningWith(word: string): Promise<void> {
    const chunks = this.manifest.chunks.filter((from) => from.startsWith(word))
    if (chunks.length > 0 && chunks.length < mostPreloaded) await Promise.all(chunks.map((from) => this.#engine.preload(from)))
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

/** The manifest in our words; see {@link PublishedSearchManifest}. */
const manifestOf = ({ pieces, together, ...rest }: PublishedSearchManifest): SearchManifest => ({
  ...rest,
  chunks: pieces,
  recordsPerChunk: together,
})

/** @returns the number of the series */
const add = (supplier: SearchSupplier, manifest: SearchManifest) =>
  opened.push({ manifest, supplier, runs: runsOf(manifest), levels: levelsOf(manifest) }) - 1

function seriesAt(n: number): SearchedSeries {
  const series = opened[n]
  if (!series) throw new Error(`There is no series ${n}.`)
  return series
}

/** Answers Pagefind’s requests: what the manifest says already is not fetched. */
async function readFile(url: string): Promise<Response> {
  const [, n = '', name = ''] = /^pf:\/(\d+)\/([^?]*)/u.exec(url) ?? []
  const { manifest, supplier } = seriesAt(Number(n))
  if (name === 'pagefind-entry.json') {
    const language = { hash: '', wasm: manifest.wasm, page_count: manifest.lengths.length }
    return new Response(JSON.stringify({ version: manifest.version, languages: { [manifest.language]: language }, include_characters: [] }))
  }
  return name.endsWith('.pf_meta') ? new Response(metadataOf(manifest, `${n}.`) as Uint8Array<ArrayBuffer>) : supplier.read(name)
}

async function readFragment(supplier: SearchSupplier, chunk: number): Promise<FoundRecord[]> {
  const response = await supplier.read(`fragment/${chunk}.pf_fragment`)
  const bytes = await response.blob()
  // Embedded records come as they are, those of a host compressed.
  const isCompressed = new Uint8Array(await bytes.slice(0, 1).arrayBuffer())[0] === 0x1f
  return new Response(isCompressed ? bytes.stream().pipeThrough(new DecompressionStream('gzip')) : bytes).json()
}

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
