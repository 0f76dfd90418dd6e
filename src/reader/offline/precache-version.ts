import type { OfflineNews, PrecachedVersion, PrecacheManifest, SavingFailure } from '../../model/offline.ts'
import { fetchList } from './fetch-list.ts'
import { ChangedFile } from './fetch-past-caches.ts'
import { cacheOf, cachesOf, markOf, storedVersions } from './precached-versions.ts'
import { storeFiles } from './store-files.ts'

/**
 * Stores every file of a version in a cache of its own, and a mark when all are there. A file is taken from a version
 * that is here already if it is the same, else fetched past all caches, and checked against its hash. What an earlier
 * attempt has stored is used. See decisions 15 and 56.
 *
 * @param tell is told of the progress, in bytes, and of the reason of a failure
 * @param stopped aborts when the reader has enough of it
 * @throws when one file cannot be had as it was published; the version has no mark then, and is not used
 */
export async function precacheVersion(
  site: PrecacheManifest,
  scope: string,
  tell: (news: OfflineNews) => void,
  stopped: AbortSignal,
): Promise<void> {
  const own = cacheOf(scope, site.version)
  try {
    const others = (await storedVersions(scope)).map(({ cache }) => cache).filter((cache) => cache !== own)
    await forgetBroken(scope, [own, ...others])
    const cache = await caches.open(own)
    const donors = await Promise.all(others.map((name) => caches.open(name)))
    const list = await fetchList(site.list, scope, stopped)
    await storeFiles(list, { cache, donors, scope, stopped, progress: (saved, total) => tell({ kind: 'progress', saved, total }) })
    const { version, edition, title, bytes } = site
    const kept: PrecachedVersion = { version, edition, title, bytes, savedAt: Date.now() }
    await cache.put(markOf(scope), new Response(JSON.stringify(kept), { headers: { 'content-type': 'application/json' } }))
    tell({ kind: 'saved' })
  } catch (error) {
    const reason = stopped.aborted ? 'stopped' : reasonOf(error)
    if (reason === 'no-room') await caches.delete(own)
    tell({ kind: 'failed', reason })
    throw error
  }
}

/** Removes what is left of attempts at other versions. */
async function forgetBroken(scope: string, wanted: readonly string[]) {
  const broken = (await cachesOf(scope)).filter((name) => !wanted.includes(name))
  await Promise.all(broken.map((name) => caches.delete(name)))
}

function reasonOf(error: unknown): SavingFailure {
  if (error instanceof ChangedFile) return 'changed'
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'no-room' : 'no-answer'
}
