// Only who keeps the site on the device has a worker that answers; for them alone the rest is loaded, after the page.
if (location.protocol !== 'file:' && navigator.serviceWorker?.controller) {
  addEventListener('load', () => {
    const notice = document.querySelector<HTMLElement>('newer-edition')
    if (notice) void import(/* @vite-ignore */ new URL(notice.dataset.href ?? '', document.baseURI).href)
  })
}
