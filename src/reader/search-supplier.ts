/**
 * How the search gets its engine and its index: the one place that knows where the site is read from. The files and
 * their names are the same everywhere (`src/editions/search/index-files.ts` writes them).
 */
export type SearchSupplier = {
  /** The engine, ready to answer from the index of this site. */
  engine(): Promise<Engine>
  /** A text file that lies beside the index. */
  read(name: string): Promise<string>
  /** Where a place of the site is here; `url` begins at the site’s root: `/part-1/#note-calendar`. */
  linkTo(url: string): string
}

/** What is used of Pagefind. */
export type Engine = {
  init(): Promise<void>
  search(query: string): Promise<{ readonly results: readonly EngineResult[] }>
  mergeIndex(path: string): Promise<void>
}

export type EngineResult = {
  readonly id: string
  readonly score: number
  /** Ordinals of the matching words in the text that was indexed. */
  readonly words: readonly number[]
  data(): Promise<{ readonly raw_url?: string; readonly url: string; readonly content: string; readonly meta: Readonly<Record<string, string>> }>
}

/** A file of the index as an embedded copy holds it: base64, or the object of a JSON file. */
type EmbeddedFile = string | object

/** What the scripts of the index define; see decisions/0010. */
declare global {
  /** By `engine.js`: Pagefind, which reads every file through `pamphletRead`. */
  var pamphletEngine: ((options: object) => Engine) | undefined
  var pamphletRead: ((url: string) => Promise<Response>) | undefined
  /** By the scripts in `embedded/`, where the index cannot be fetched: its files by name. */
  var pamphletIndex: Record<string, EmbeddedFile> | undefined
  /** By an edition whose pages lie elsewhere than the site’s. */
  var pamphletLink: ((url: string) => string) | undefined
}

/** Pagefind wants a path for its files; this one leads nowhere but to {@link SearchSupplier}. */
const basePath = 'pf:/pagefind/'

/**
 * The supplier for a page: over http(s), and so from a service worker too, the files are fetched; where a page has
 * the index embedded, or is opened from a disk and may load scripts only, they are taken from there.
 *
 * @param address of `engine.js`, whose folder holds the index, two below the root of the site
 */
export function supplierFor(address: URL): SearchSupplier {
  const isOnDisk = address.protocol === 'file:'
  const read = globalThis.pamphletIndex || isOnDisk ? readEmbedded : (name: string) => fetchFile(new URL(name, address))
  const scripts = globalThis.pamphletIndex ? [] : isOnDisk ? ['engine.js', 'embedded/core.js', 'embedded/fragments.js'] : ['engine.js']
  let ready: Promise<unknown> | undefined
  const load = () => {
    ready ??= Promise.all(scripts.map((name) => loadScript(new URL(name, address)))).catch((error) => {
      ready = undefined
      throw error
    })
    return ready
  }
  return {
    engine: async () => {
      await load()
      globalThis.pamphletRead = (url) => (url.startsWith(basePath) ? read(nameOf(url)) : fetchFile(new URL(url)))
      const engine = globalThis.pamphletEngine?.({ basePath, baseUrl: '/', noWorker: true })
      if (!engine) throw new Error('The script of the search engine defined no engine.')
      await engine.init()
      return engine
    },
    read: async (name) => {
      await load()
      return (await read(name)).text()
    },
    linkTo: (url) => globalThis.pamphletLink?.(url) ?? linkBeside(address, isOnDisk ? url.replace(/\/(?=#|\?|$)/u, '/index.html') : url),
  }
}

/** The name of a file of the index; Pagefind adds a query to that of its first, which would only miss a cache. */
const nameOf = (url: string) => url.slice(basePath.length).replace(/\?.*$/u, '')

const linkBeside = (address: URL, url: string) => new URL(url.replace(/^\//u, ''), new URL('../../', address)).href

async function fetchFile(address: URL): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  return response
}

async function readEmbedded(name: string): Promise<Response> {
  const file = globalThis.pamphletIndex?.[name]
  if (file === undefined) throw new Error(`The embedded index has no file ${name}.`)
  if (typeof file !== 'string') return new Response(name.endsWith('.json') ? JSON.stringify(file) : `pagefind_dcd${JSON.stringify(file)}`)
  return new Response(Uint8Array.from(atob(file), (character) => character.charCodeAt(0)))
}

function loadScript(address: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address.href
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error(`${address} could not be loaded.`))
    }
    document.head.append(script)
  })
}
