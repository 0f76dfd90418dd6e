import { unpack } from './unpack.ts'

/** What is used of what a search finds. */
export type EngineResult = {
  readonly id: string
  readonly score: number
  /** Ordinals of the matching words in the text that was indexed. */
  readonly words: readonly number[]
  readonly matchedMetaFields: readonly string[]
}

/** Where a string or bytes lie in the memory of the program. */
type Place = readonly [at: number, length: number]

/**
 * What Pagefind 1.6 exports, as `wasm-bindgen` makes it: an index is a number that each change of it replaces; strings and bytes are handed
 * over as places that the program frees, and come back as places that we free.
 */
type Exports = {
  readonly memory: WebAssembly.Memory
  readonly __wbindgen_externrefs: WebAssembly.Table
  __wbindgen_start(): void
  __wbindgen_malloc(size: number, align: number): number
  __wbindgen_free(at: number, size: number, align: number): void
  init_pagefind(...metadata: Place): number
  load_index_chunk(index: number, ...chunk: Place): number
  /** @returns a list in JSON: the chunks that are needed, be they there or not */
  request_indexes(index: number, ...words: Place): Place
  search(index: number, ...given: [...words: Place, ...asTyped: Place, ...filters: Place, ...sort: Place, number, number]): Place
}

type Found = {
  readonly results: readonly { readonly p: string; readonly s: number; readonly l: readonly { l: number }[]; mf?: string[] }[]
}

/** Files of Pagefind begin with this, within their compression. */
const signatureLength = 'pagefind_dcd'.length

const contentOf = async (file: Response) => new Uint8Array(await (await unpack(file)).arrayBuffer()).subarray(signatureLength)

/**
 * Pagefind’s program (WebAssembly), with the stems of one language. We run it ourselves: Pagefind’s own script is eleven
 * kilobytes of what is not used here.
 */
export class SearchProgram {
  readonly #exports: Exports

  private constructor(exports: Exports) {
    this.#exports = exports
  }

  static async run(file: Response): Promise<SearchProgram> {
    let exports: Exports | undefined
    // The only thing that it asks for: the values that JavaScript has always, in a table in which it looks for them.
    const fillTable = () => {
      const table = exports?.__wbindgen_externrefs
      const first = table?.grow(4) ?? 0
      for (const [i, value] of [undefined, null, true, false].entries()) table?.set(first + i, value)
      table?.set(0, undefined)
    }
    const { instance } = await WebAssembly.instantiate(await contentOf(file), {
      './pagefind_web_bg.js': { __wbindgen_init_externref_table: fillTable },
    })
    exports = instance.exports as unknown as Exports
    exports.__wbindgen_start()
    return new SearchProgram(exports)
  }

  /** @param read gives a file of the index by its name */
  open(metadata: Uint8Array, read: (name: string) => Promise<Response>): OpenedIndex {
    const program = this.#exports
    const loaded = new Map<string, Promise<void>>()
    const open = () => this.#open(metadata)
    let index = open()
    const chunkAt = async (name: string) => contentOf(await read(`index/${name}.pf_index`))
    const addChunk = async (name: string) => {
      const chunk = await chunkAt(name)
      index = program.load_index_chunk(index, ...this.#put(chunk))
    }
    const chunksOf = (words: string): string[] => JSON.parse(this.#take(program.request_indexes(index, ...this.#put(words))))
    const loadFor = async (words: string) => {
      const chunks = chunksOf(words).map((name) => {
        const chunk = loaded.get(name) ?? addChunk(name)
        loaded.set(name, chunk)
        chunk.catch(() => loaded.delete(name))
        return chunk
      })
      await Promise.all(chunks)
    }
    /** Chunks that name only some records lie in an index of their own, and so does one whose words are not to be mixed with others. */
    let firsts: number | undefined
    let alone: { readonly name: string; readonly index: number } | undefined
    return {
      load: (words) => loadFor(withoutMarks(words)),
      search: async (words, isPhrase) => {
        await loadFor(withoutMarks(words))
        return this.#search(index, words, isPhrase)
      },
      chunksOf: (words) => chunksOf(withoutMarks(words)),
      searchIn: (chunk, word) => {
        firsts = program.load_index_chunk(firsts ?? open(), ...this.#put(chunk))
        const forms = new Set(this.#search(firsts, word, true).map(({ id }) => id))
        return this.#search(firsts, word, false).filter(({ id }) => forms.has(id))
      },
      searchAlone: async (name, word) => {
        if (alone?.name !== name) {
          const chunk = await chunkAt(name)
          alone = { name, index: program.load_index_chunk(open(), ...this.#put(chunk)) }
        }
        return this.#search(alone.index, word, false)
      },
    }
  }

  /**
   * Tells whether a word is a form of the one that a chunk has alone.
   *
   * @param metadata of an index of one record, which the chunk names
   */
  formsOf(metadata: Uint8Array, chunk: Uint8Array): (word: string) => boolean {
    const index = this.#exports.load_index_chunk(this.#open(metadata), ...this.#put(chunk))
    const known = new Map<string, boolean>()
    return (word) => {
      const isForm = known.get(word) ?? this.#search(index, word, true).length > 0
      known.set(word, isForm)
      return isForm
    }
  }

  #open(metadata: Uint8Array): number {
    return this.#exports.init_pagefind(...this.#put(metadata.subarray(signatureLength)))
  }

  #search(index: number, words: string, isPhrase: boolean): EngineResult[] {
    const given = [withoutMarks(words), words, '{}', ''].map((text) => this.#put(text)) as [Place, Place, Place, Place]
    const [asked, asTyped, filters, sort] = given
    const found = this.#exports.search(index, ...asked, ...asTyped, ...filters, ...sort, isPhrase ? 1 : 0, 0)
    const { results }: Found = JSON.parse(this.#take(found))
    return results.map(({ p, s, l, mf = [] }) => ({ id: p, score: s, words: l.map((location) => location.l), matchedMetaFields: mf }))
  }

  #put(content: string | Uint8Array): Place {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const at = this.#exports.__wbindgen_malloc(bytes.length, 1) >>> 0
    // The memory is another one whenever it has grown.
    new Uint8Array(this.#exports.memory.buffer, at, bytes.length).set(bytes)
    return [at, bytes.length]
  }

  #take([at, length]: Place): string {
    const text = new TextDecoder().decode(new Uint8Array(this.#exports.memory.buffer, at >>> 0, length))
    this.#exports.__wbindgen_free(at, length, 1)
    return text
  }
}

/** The index of a series, of which chunks are loaded as they are needed. Words are folded, with a space between them. */
export type OpenedIndex = {
  /** @throws where a chunk cannot be had */
  load(words: string): Promise<void>
  search(words: string, isPhrase: boolean): Promise<readonly EngineResult[]>
  /** The chunks in which the words would stand. */
  chunksOf(words: string): readonly string[]
  /** What a chunk that is handed over has for a word in any of its forms. */
  searchIn(chunk: Uint8Array, word: string): readonly EngineResult[]
  /** What one chunk has for a word: to ask Pagefind for the forms of a word takes long where these are in very many records. */
  searchAlone(chunk: string, word: string): Promise<readonly EngineResult[]>
}

/** Pagefind compares words without marks, but for those of kana. */
function withoutMarks(words: string): string {
  const plain = words.normalize('NFD').replace(/(?![\u3099\u309a])\p{M}/gu, '')
  return /[\u3099\u309a]/u.test(plain) ? plain.normalize('NFC') : plain
}
