import { isOwnWorker } from '../site-root.ts'
import { trustedUrl } from '../trusted-url.ts'

// Only who keeps the site on the device has a worker that answers; for them alone the rest is loaded, after the page.
if (location.protocol !== 'file:' && isOwnWorker(navigator.serviceWorker?.controller)) {
  addEventListener('load', () => {
    const notice = document.querySelector<HTMLElement>('newer-edition')
    if (notice) void import(/* @vite-ignore */ trustedUrl(notice.dataset.href ?? ''))
  })
}
