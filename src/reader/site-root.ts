/** Where the publication begins, with a slash at its end: every page says how it gets there from where it lies. */
export const siteRoot = (): URL => new URL(document.documentElement.dataset.root ?? './', document.baseURI)

/** Whether a service worker is this publication’s; a page may be under that of another one which lies above it on the host. */
export const isOwnWorker = (worker: ServiceWorker | null | undefined): boolean => worker?.scriptURL === new URL('sw.js', siteRoot()).href
