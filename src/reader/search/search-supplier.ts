import type { SearchAddress } from '../../model/search.ts'
import { trustedUrl } from '../trusted-url.ts'

/**
 * Where the search gets its index: the one place that knows how the site is being read. The files and
 * their names are the same everywhere; `src/editions/search/` writes them, decision 10 explains them.
 */
export type SearchSupplier = {
  /** Gets what must be there before anything can be read. */
  load(): Promise<void>
  /** The program of the index by its name, where it is known before the manifest is there. */
  readonly program?: string
  /** A file of the index by its name within the folder of the index. */
  read(name: string): Promise<Response>
  /** Where a place of the site is here; `url` begins at the site’s root: `/part-1/#note-calendar`. */
  linkTo(url: string): string
  /** Whether the indexes of other sites can be had too: not where nothing can be fetched. */
  readonly reachesOthers: boolean
}

declare global {
  /** By the scripts in `embedded/`: files by name, in base64, or the object of a JSON file. */
  var pamphletIndex: Record<string, string | object> | undefined
  /** By an edition whose pages lie elsewhere than the site’s. */
  var pamphletLink: ((url: string) => string) | undefined
}

/**
 * The supplier for this page: over http(s), and so from a service worker too, the files are fetched; where the page has
 * the index embedded, or was opened from a disk and may load nothing but scripts, they are taken from those.
 *
 * @param address of `search.json`; of the first of the scripts with the index in them, where nothing can be fetched
 */
export async function supplierFor(address: URL): Promise<SearchSupplier> {
  const isOnDisk = address.protocol === 'file:'
  const isEmbedded = globalThis.pamphletIndex !== undefined
  if (!isOnDisk && !isEmbedded) return supplierOf(address)
  const scripts = isEmbedded ? [] : ['core.js', 'fragments.js']
  // They are in `pagefind/<hash>/embedded/`.
  const root = new URL('../../../', address)
  return {
    load: async () => void (await Promise.all(scripts.map((name) => loadScript(new URL(name, address))))),
    read: readEmbedded,
    reachesOthers: false,
    linkTo: (url) => globalThis.pamphletLink?.(url) ?? linkBeside(root, isOnDisk ? url.replace(/\/(?=#|\?|$)/u, '/index.html') : url),
  }
}

/** The supplier for another series. */
export const supplierAt = (site: string): Promise<SearchSupplier> => supplierOf(new URL('search.json', new URL(site.replace(/\/?$/u, '/'))))

/** The supplier for the index of a site, which lies where its `search.json` says. */
async function supplierOf(address: URL): Promise<SearchSupplier> {
  const root = new URL('.', address)
  const { index, program } = (await (await fetchFile(address)).json()) as SearchAddress
  const folder = new URL(index, root)
  return {
    ...(program && { program }),
    load: async () => undefined,
    read: (name) => fetchFile(new URL(name, folder)),
    linkTo: (url) => linkBeside(root, url),
    reachesOthers: true,
  }
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
