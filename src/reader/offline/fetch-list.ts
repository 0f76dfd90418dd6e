import type { PrecacheList, PublishedList } from '../../model/offline.ts'
import { ChangedFile, fetchPastCaches, hashOf, wholeOf } from './fetch-past-caches.ts'

/**
 * Fetches the list of what a version has.
 *
 * @throws {ChangedFile} when it is not the list that was published
 */
export async function fetchList({ address, hash }: PublishedList, scope: string, stopped: AbortSignal): Promise<PrecacheList> {
  const { body } = await fetchPastCaches(new URL(address, scope).href, stopped)
  const compressed = await wholeOf(body)
  const json = await wholeOf(new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip'))).catch(() => undefined)
  if (!json || (await hashOf(json)) !== hash) throw new ChangedFile(`${address} is not the list that was published.`)
  return JSON.parse(new TextDecoder().decode(json)) as PrecacheList
}
