import type { OfflineNews, OrderToWorker, PrecacheManifest } from '../../model/offline.ts'
import { answerRequest, formsOf } from './answer-request.ts'
import { offlineFallback } from './offline-fallback.ts'
import { mayHaveAddress } from './own-addresses.ts'
import { precacheVersion } from './precache-version.ts'
import { cacheOf, channelOf, storedVersions } from './precached-versions.ts'
import type { WorkerScope } from './worker-scope.ts'

/*
 * The service worker of a reader who keeps the site on the device. One version of the site is one cache, complete or
 * unused. A new version waits until no page of the one before is open, or until the reader asks for it.
 */

declare const self: WorkerScope
/** The build writes it before this script. */
declare const precacheManifest: PrecacheManifest

const { scope } = self.registration
const own = cacheOf(scope, precacheManifest.version)
const channel = new BroadcastChannel(channelOf(scope))
const tell = (news: OfflineNews) => channel.postMessage(news)

let stopping = new AbortController()

const save = () => precacheVersion(precacheManifest, scope, tell, stopping.signal)

self.addEventListener('install', (event) => event.waitUntil(save()))

self.addEventListener('activate', (event) => event.waitUntil(takeOver()))

self.addEventListener('message', (event) => {
  const order = event.data as OrderToWorker
  if (order === 'take-over') event.waitUntil(self.skipWaiting())
  if (order === 'stop') stopping.abort()
  if (order !== 'save') return
  // A browser short of room may have emptied the caches of a worker that is still there.
  stopping = new AbortController()
  event.waitUntil(save().catch(() => undefined))
})

self.addEventListener('fetch', (event) => {
  const { request, clientId } = event
  const { pathname } = new URL(request.url)
  // Under the scope there may be other publications, whose pages and files are no concern of this one.
  if (request.method !== 'GET' || !request.url.startsWith(scope) || !mayHaveAddress(pathname, precacheManifest.folders, scope)) return
  // What opens a page is asked for by the page before it, but is no part of that.
  const answer = () =>
    answerRequest(request, cachesFor(request.mode === 'navigate' ? '' : clientId), () => offlineFallback(precacheManifest, scope))
  event.respondWith(request.mode === 'navigate' ? answerNavigation(request, answer) : answer())
})

/** A page that this version does not have may be on the host all the same; an older version’s is better than none. */
async function answerNavigation(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const { pathname } = new URL(request.url)
  const found = await Promise.all(formsOf(pathname).map((path) => caches.match(new URL(path, request.url).href, { cacheName: own })))
  return found.some(Boolean) ? answer() : fetch(request).catch(answer)
}

/** The cache of this version and those of others; the others first for a page that came from one of them. */
async function* cachesFor(client: string): AsyncGenerator<string> {
  const isFormer = (await formerClients()).has(client)
  if (!isFormer) yield own
  for (const { cache } of await storedVersions(scope)) if (cache !== own) yield cache
  if (isFormer) yield own
}

/** Becomes the worker of the site: the version before is kept for pages that are still open, older ones are removed. */
async function takeOver() {
  const versions = await storedVersions(scope)
  const at = versions.findIndex(({ cache }) => cache === own)
  const [previous, ...older] = versions.slice(at + 1)
  await Promise.all(older.map(({ cache }) => caches.delete(cache)))
  if (!previous) return self.clients.claim()
  const clients = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })
  const ids = clients.map(({ id }) => id)
  await (await caches.open(own)).put(formersAddress, new Response(JSON.stringify(ids)))
  // Something may have been asked before.
  formers = Promise.resolve(new Set(ids))
}

const formersAddress = new URL('.former-pages', scope).href
let formers: Promise<ReadonlySet<string>> | undefined

/** The pages that were open when this version took over; a worker is stopped and started often, so they are stored. */
function formerClients(): Promise<ReadonlySet<string>> {
  formers ??= caches
    .match(formersAddress, { cacheName: own })
    .then(async (stored) => new Set<string>(stored ? await stored.json() : []))
    .catch(() => new Set<string>())
  return formers
}
