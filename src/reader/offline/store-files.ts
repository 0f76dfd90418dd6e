import type { Pack, PrecachedFile, PrecacheList } from '../../model/offline.ts'
import { ChangedFile, fetchPastCaches, hashOf, wholeOf } from './fetch-past-caches.ts'
import { unpack } from './unpack.ts'
import { lengthOfAll, withSharedTexts } from './with-shared-texts.ts'

/** Where files are stored and where they may be had. */
export type Store = {
  readonly cache: Cache
  /** Caches of other versions. */
  readonly donors: readonly Cache[]
  readonly scope: string
  readonly stopped: AbortSignal
  /** Told in bytes, as they are fetched: those which are here count. */
  readonly progress: (saved: number, total: number) => void
}

const fetchesAtOnce = 6
/** What asking for a file costs besides its bytes: about as much as these. */
const costOfRequest = 2_000

/**
 * Stores all files of a list: those which no cache here has come in packs, or by themselves where few of a pack are
 * missing. What a pack does not have as it was published is asked for by itself. The smallest of each kind comes by itself
 * too, as the host’s headers are the same for all of a kind.
 *
 * @throws when one cannot be had; those which are being fetched are waited for, and no further ones begun
 */
export async function storeFiles(list: PrecacheList, store: Store): Promise<void> {
  const packs = packsOf(list)
  const texts = list.shared.map((text) => new TextEncoder().encode(text))
  const total = list.packs.reduce((sum, { bytes }) => sum + bytes, 0)
  const missing = new Set(await missingFrom(list.files, store))
  const share = new Map(packs.flatMap(({ pack, files, raw }) => files.map((file) => [file, (file.bytes / raw) * pack.bytes] as const)))
  let saved = 0
  let told = 0
  const count = (file: PrecachedFile) => {
    saved += share.get(file) ?? 0
    if (store.stopped.aborted || saved - told < total / 100) return
    told = saved
    store.progress(Math.round(saved), total)
  }
  for (const file of list.files) if (!missing.has(file)) count(file)
  const stored = (file: PrecachedFile) => {
    if (missing.delete(file)) count(file)
  }
  const headers = headersOfKinds(store, stored)
  const leaders = leadersOf([...missing])
  for (const leader of leaders) headers.fetch(leader)

  await work(
    packs.flatMap(({ pack, files, raw }) => {
      const wanted = files.filter((file) => missing.has(file) && !leaders.includes(file))
      const alone = wanted.reduce((sum, { bytes }) => sum + (bytes / raw) * pack.bytes + costOfRequest, 0)
      return alone > pack.bytes ? [() => storePack({ pack, files, wanted, texts }, store, headers.of, stored)] : []
    }),
  )
  await headers.settled()
  await work(
    [...missing].map((file) => async () => {
      await storeAlone(file, store)
      stored(file)
    }),
  )
}

/** Each pack with its files and their bytes together. */
function packsOf({ packs, files }: PrecacheList): { pack: Pack; files: readonly PrecachedFile[]; raw: number }[] {
  let from = 0
  return packs.map((pack) => {
    const own = files.slice(from, from + pack.files)
    from += pack.files
    return { pack, files: own, raw: own.reduce((sum, { bytes }) => sum + bytes, 0) }
  })
}

/** The files that no cache here has; what another than their own has is put into that. */
async function missingFrom(files: readonly PrecachedFile[], { cache, donors, scope }: Store): Promise<PrecachedFile[]> {
  const held = await Promise.all(
    [cache, ...donors].map(async (donor) => ({ donor, addresses: new Set((await donor.keys()).map(({ url }) => url)) })),
  )
  const isHere = await Promise.all(
    files.map(async (file) => {
      const url = new URL(file.address, scope).href
      for (const { donor, addresses } of held) {
        const known = addresses.has(url) ? await donor.match(url) : undefined
        if (!known?.headers.get(hashHeader)?.startsWith(file.hash)) continue
        if (donor !== cache) await cache.put(url, known)
        return true
      }
      return false
    }),
  )
  return files.filter((_, i) => !isHere[i])
}

const hashHeader = 'x-sha256'

type WantedPack = {
  readonly pack: Pack
  readonly files: readonly PrecachedFile[]
  /** Those which are to be stored. */
  readonly wanted: readonly PrecachedFile[]
  /** The shared texts of the list. */
  readonly texts: readonly Uint8Array[]
}

/** Puts the files that are wanted of a pack into the cache as they come. A pack that cannot be had is no failure. */
async function storePack(
  { pack, files, wanted, texts }: WantedPack,
  { cache, scope, stopped }: Store,
  headersOf: (file: PrecachedFile) => Promise<Headers>,
  stored: (file: PrecachedFile) => void,
) {
  const fetched = await fetchPastCaches(new URL(pack.address, scope).href, stopped).catch(() => undefined)
  if (!fetched) return
  const bodies = unpack(
    fetched.body,
    files.map(({ bytes, shared = [] }) => bytes - lengthOfAll(shared.flatMap(([, number]) => texts[number] ?? []))),
  )
  const wantedFiles = new Set(wanted)
  let at = 0
  for await (const rest of bodies) {
    const file = files[at++]
    if (!file || !wantedFiles.has(file)) continue
    const body = withSharedTexts(rest, file.shared ?? [], texts)
    if (!(await hashOf(body)).startsWith(file.hash)) continue
    await put(cache, new URL(file.address, scope).href, body, await headersOf(file), file)
    stored(file)
  }
}

/** Fetches one file as it was published. @returns what the host says of it */
async function storeAlone(file: PrecachedFile, { cache, scope, stopped }: Store): Promise<Headers> {
  const url = new URL(file.address, scope).href
  const { headers, body } = await fetchPastCaches(url, stopped)
  const whole = await wholeOf(body)
  if (!(await hashOf(whole)).startsWith(file.hash)) throw new ChangedFile(`${url} is not the file that was published.`)
  await put(cache, url, whole, headers, file)
  return headers
}

/** Stored as a response of our own: one that was redirected would not be accepted for a page. */
function put(cache: Cache, url: string, body: Uint8Array<ArrayBuffer>, headers: Headers, { hash }: PrecachedFile): Promise<void> {
  const kept = keptHeaders.flatMap((name): [string, string][] => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  return cache.put(url, new Response(body, { headers: [...kept, [hashHeader, hash]] }))
}

/** What a host says of a file and of how it may be used: a page that is kept is guarded as it was there. */
const keptHeaders = [
  'content-type',
  'content-language',
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
]

/** `html` of `part-1/`, `css` of `_astro/a.css`. */
const kindOf = ({ address }: PrecachedFile) => /\.([^./]+)$/u.exec(address)?.[1] ?? 'html'

/** The smallest of each kind: it comes twice, alone and in a pack. */
function leadersOf(files: readonly PrecachedFile[]): readonly PrecachedFile[] {
  const leaders = new Map<string, PrecachedFile>()
  for (const file of files) {
    const other = leaders.get(kindOf(file))
    if (!other || file.bytes < other.bytes) leaders.set(kindOf(file), file)
  }
  return [...leaders.values()]
}

/** What the host says of each kind of file, asked once. */
function headersOfKinds(store: Store, stored: (file: PrecachedFile) => void) {
  const asked = new Map<string, Promise<Headers>>()
  return {
    fetch: (file: PrecachedFile) => {
      const headers = storeAlone(file, store).then((found) => {
        stored(file)
        return found
      })
      headers.catch(() => undefined)
      asked.set(kindOf(file), headers)
    },
    of: (file: PrecachedFile): Promise<Headers> =>
      asked.get(kindOf(file)) ?? Promise.reject(new Error(`Nobody asked for ${kindOf(file)}.`)),
    settled: () => Promise.all(asked.values()),
  }
}

/** Does several at once. When one fails the others are waited for and no further ones begun. */
async function work(jobs: readonly (() => Promise<void>)[]) {
  const waiting = [...jobs]
  const failures: unknown[] = []
  const next = async () => {
    for (let job = waiting.shift(); job && failures.length === 0; job = waiting.shift()) await job()
  }
  await Promise.all(Array.from({ length: fetchesAtOnce }, () => next().catch((error) => failures.push(error))))
  if (failures.length > 0) throw failures[0]
}
