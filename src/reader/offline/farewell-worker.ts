import { cachesOf } from './kept-versions.ts'
import type { WorkerScope } from './worker-scope.ts'

/*
 * The service worker that ends the keeping for offline: put at the address of the other, it takes its place at once,
 * removes every version from the device and then itself. Pages come from the network again.
 */

declare const self: WorkerScope

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))

self.addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave() {
  const names = await cachesOf(self.registration.scope)
  await Promise.all(names.map((name) => caches.delete(name)))
  await self.registration.unregister()
}
