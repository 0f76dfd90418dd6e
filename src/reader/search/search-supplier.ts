import type { SearchAddress } from '../../model/search.ts'
import { trustedUrl } from '../trusted-url.ts'

/**
 * Where the search gets its engine and its index: the one place that knows how the site is being read. The files and
 * their names are the same everywhere; `src/editions/search/` writes them, decision 10 explains them.
 */
export type SearchSupplier = {
  /** Defines `pamphletEngine`. */
  load(): Promise<void>
  /** A file of the index by its name within the folder of the index. */
  read(name: string): Promise<Response>
  /** Where a place of the site is here; `url` begins at the site’s root: `/part-1/#note-calendar`. */
  linkTo(url: string): string
  /** Whether the indexes of other sites can be had too: not where nothing can be fetched. */
  readonly reachesOthers: boolean
}

declare global {
  /** By `engine.js`: Pagefind’s `createInstance`, with all files read through `pamphletRead`. */
  var pamphletEngine: ((options: object) => Engine) | undefined
  var pamphletRead: ((url: string) => Promise<Response>) | undefined
  /** By the scripts in `embedded/`: files by name, in base64, or the object of a JSON file. */
  var pamphletIndex: Record<string, string | object> | undefined
  /** By an edition whose pages lie elsewhere than the site’s. */
  var pamphletLink: ((url: string) => string) | undefined
}

/** What is used of Pagefind. */
export type Engine = {
  init(): Promise<void>
  options(options: object): Promise<void>
  preload(query: string): Promise<void>
  search(query: string): Promise<{ readonly results: readonly EngineResult[] }>
  mergeIndex(path: string): Promise<void>
}

export type EngineResult = {
  readonly id: string
  readonly score: number
  /** Ordinals of the matching words in the text that was indexed. */
  readonly words: readonly number[]
  readonly matchedMetaFields?: readonly string[]
}

/**
 * The supplier for this page: over http(s), and so from a service worker too, the files are fetched; where the page has
 * the index embedded, or was opened from a disk and may load nothing but scripts, they are taken from those.
 *
 * @param address of `search.json`; of `engine.js`, two below the root of the site, where nothing can be fetched
 */
export async function supplierFor(address: URL): Promise<SearchSupplier> {
  const isOnDisk = address.protocol === 'file:'
  const isEmbedded = globalThis.pamphletIndex !== undefined
  if (!isOnDisk && !isEmbedded) {
    const { index, root } = await locate(address)
    return { ...supplierIn(index, root), load: () => loadScript(new URL('engine.js', index)) }
  }
  const scripts = isEmbedded ? [] : ['engine.js', 'embedded/core.js', 'embedded/fragments.js']
  const root = new URL('../../', address)
  return {
    load: async () => void (await Promise.all(scripts.map((name) => loadScript(new URL(name, address))))),
    read: readEmbedded,
    reachesOthers: false,
    linkTo: (url) => globalThis.pamphletLink?.(url) ?? linkBeside(root, isOnDisk ? url.replace(/\/(?=#|\?|$)/u, '/index.html') : url),
  }
}

/** The supplier for another series, which has the same engine. */
export async function supplierAt(site: string): Promise<SearchSupplier> {
  const { index, root } = await locate(new URL('search.json', new URL(site.replace(/\/?$/u, '/'))))
  return { ...supplierIn(index, root), load: async () => undefined }
}

const supplierIn = (index: URL, root: URL) => ({
  read: (name: string) => fetchFile(new URL(name, index)),
  linkTo: (url: string) => linkBeside(root, url),
  reachesOthers: true,
})

/** Where the index of a site lies, as its `search.json` says. */
async function locate(address: URL): Promise<{ readonly index: URL; readonly root: URL }> {
  const root = new URL('.', address)
  const { index } = (await (await fetchFile(address)).json()) as SearchAddress
  return { index: new URL(index, root), root }
}

const linkBeside = (root: URL, url: string) => new URL(url.replace(/^\//u, ''), root).href

async function fetchFile(address: URL): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  return response
}

async function readEmbedded(name: string): Promise<Response> {
  const file = globalThis.pamphletIndex?.[name]
  if (file === undefined) throw new Error(`The embedded index has no file ${name}.`)
  return typeof file === 'string'
    ? new Response(Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0)))
    : new Response(JSON.stringify(file))
}

function loadScript(address: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = trustedUrl(address)
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error(`${address} could not be loaded.`))
    }
    document.head.append(script)
  })
}
