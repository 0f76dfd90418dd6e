/*
 * The part of a service worker’s surroundings that ours uses. TypeScript’s own library for workers cannot be loaded
 * beside the one for pages: the two declare the same names.
 */

export type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void }

export type FetchEvent = ExtendableEvent & {
  readonly request: Request
  readonly clientId: string
  respondWith(response: Promise<Response>): void
}

export type MessageToWorker = ExtendableEvent & { readonly data: unknown }

export type WorkerScope = {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<readonly { readonly id: string }[]>
    claim(): Promise<void>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageToWorker) => void): void
}
