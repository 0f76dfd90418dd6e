import type { OfflineNews, PrecachedFile, PrecachedVersion, PrecacheManifest, SavingFailure } from '../../model/offline.ts'
import { cacheOf, cachesOf, markOf, storedVersions } from './precached-versions.ts'

const filesAtOnce = 6
const longestWait = 60_000

/**
 * Stores every file of a version in a cache of its own, and a mark when all are there. A file is taken from a version
 * that is here already if it is the same, else fetched past all caches and checked against its hash. What an earlier
 * attempt has stored is used. See decision 15.
 *
 * @param tell is told of the progress, in bytes, and of the reason of a failure
 * @throws when one file cannot be had as it was published; the version has no mark then, and is not used
 */
export async function precacheVersion(site: PrecacheManifest, scope: string, tell: (news: OfflineNews) => void): Promise<void> {
  const own = cacheOf(scope, site.version)
  try {
    const others = (await storedVersions(scope)).map(({ cache }) => cache).filter((cache) => cache !== own)
    await forgetBroken(scope, [own, ...others])
    const cache = await caches.open(own)
    const donors = [cache, ...(await Promise.all(others.map((name) => caches.open(name))))]
    await storeAll(site, cache, donors, scope, tell)
    const { files: _, ...known } = site
    const kept: PrecachedVersion = { ...known, savedAt: Date.now() }
    await cache.put(markOf(scope), new Response(JSON.stringify(kept), { headers: { 'content-type': 'application/json' } }))
    tell({ kind: 'saved' })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'no-room') await caches.delete(own)
    tell({ kind: 'failed', reason })
    throw error
  }
}

class ChangedFile extends Error {}

/** Stores the files, several at once. When one fails the others are waited for and no further ones begun. */
async function storeAll(
  { files, bytes }: PrecacheManifest,
  cache: Cache,
  donors: readonly Cache[],
  scope: string,
  tell: (news: OfflineNews) => void,
) {
  const waiting = [...files]
  const failures: unknown[] = []
  let saved = 0
  const work = async () => {
    for (let file = waiting.shift(); file && failures.length === 0; file = waiting.shift()) {
      await store(file, cache, donors, scope)
      saved += file.bytes
      if (failures.length === 0) tell({ kind: 'progress', saved, total: bytes })
    }
  }
  await Promise.all(Array.from({ length: filesAtOnce }, () => work().catch((error) => failures.push(error))))
  if (failures.length > 0) throw failures[0]
}

/** Removes what is left of attempts at other versions. */
async function forgetBroken(scope: string, wanted: readonly string[]) {
  const broken = (await cachesOf(scope)).filter((name) => !wanted.includes(name))
  await Promise.all(broken.map((name) => caches.delete(name)))
}

async function store(file: PrecachedFile, cache: Cache, donors: readonly Cache[], scope: string) {
  const url = new URL(file.address, scope).href
  for (const donor of donors) {
    const known = await donor.match(url)
    if (known?.headers.get('x-sha256') !== file.hash) continue
    if (donor !== cache) await cache.put(url, known)
    return
  }
  await cache.put(url, await fetchWhole(url, file))
}

/** The file as a response of our own: one that was redirected would not be accepted for a page. */
async function fetchWhole(url: string, { hash, address }: PrecachedFile): Promise<Response> {
  const response = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(longestWait) })
  if (!response.ok) throw new ChangedFile(`${address || 'The start page'} answers with ${response.status}.`)
  const body = await response.arrayBuffer()
  if ((await hashOf(body)) !== hash) throw new ChangedFile(`${address || 'The start page'} is not the file that was published.`)
  const headers = keptHeaders.flatMap((name): [string, string][] => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  return new Response(body, { headers: [...headers, ['x-sha256', hash]] })
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

const hashOf = async (body: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', body))))

function reasonOf(error: unknown): SavingFailure {
  if (error instanceof ChangedFile) return 'changed'
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'no-room' : 'no-answer'
}
