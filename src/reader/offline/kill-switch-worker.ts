import { cachesOf } from './precached-versions.ts'
import type { WorkerScope } from './worker-scope.ts'

/*
 * The kill switch: a service worker that, published at the address of the other, replaces it at once,
 * removes every version from the device and then itself. Pages come from the network again.
 */

declare const self: WorkerScope

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))

self.addEventListener('activate', (event) => event.waitUntil(removeAll()))

async function removeAll() {
  const names = await cachesOf(self.registration.scope)
  await Promise.all(names.map((name) => caches.delete(name)))
  await self.registration.unregister()
}
