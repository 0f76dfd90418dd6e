import type { PrecachedVersion } from '../../model/offline.ts'

/** A version of the site in the browser’s cache: the cache’s name and what is known of it. */
export type StoredVersion = { readonly cache: string; readonly kept: PrecachedVersion }

/** The name of the cache that holds one version. Sites in other folders of the same host have other names. */
export const cacheOf = (scope: string, version: string): string => `${prefixOf(scope)}${version}`

/** The name of the channel by which worker and pages of a site talk. */
export const channelOf = (scope: string): string => `${prefixOf(scope)}news`

/** The address at which a cache keeps what is known of its version; no page has it. */
export const markOf = (scope: string): string => new URL('.kept-version', scope).href

/** The complete versions on this device, the newest first. */
export async function storedVersions(scope: string): Promise<StoredVersion[]> {
  const names = await cachesOf(scope)
  const versions = await Promise.all(names.map(async (cache) => ({ cache, kept: await markIn(cache, scope) })))
  return versions.filter((version): version is StoredVersion => version.kept !== undefined).sort((a, b) => b.kept.savedAt - a.kept.savedAt)
}

/** The names of all caches of this site, complete or not. */
export async function cachesOf(scope: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefixOf(scope)))
}

const prefixOf = (scope: string) => `pamphlet ${new URL(scope).pathname} `

/** A mark that is not as we write them is none: another program of the host may have opened the cache too. */
async function markIn(name: string, scope: string): Promise<PrecachedVersion | undefined> {
  // One that has been removed meanwhile is not made anew.
  const mark = await caches.match(markOf(scope), { cacheName: name })
  const kept: unknown = await mark?.json().catch(() => undefined)
  return isVersion(kept) ? kept : undefined
}

function isVersion(value: unknown): value is PrecachedVersion {
  if (typeof value !== 'object' || value === null) return false
  const { version, edition, bytes, savedAt }: Partial<Record<keyof PrecachedVersion, unknown>> = value
  return (
    typeof version === 'string' &&
    typeof edition === 'object' &&
    edition !== null &&
    typeof bytes === 'number' &&
    typeof savedAt === 'number'
  )
}
