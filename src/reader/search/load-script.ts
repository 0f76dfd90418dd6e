import { trustedUrl } from '../trusted-url.ts'

/** Loads the script whose address an element holds in `data-href`, once; a classic one, which a page from a disk may load too. */
export function loadScript(element: HTMLElement) {
  const { href } = element.dataset
  if (!href) return
  delete element.dataset.href
  const script = document.createElement('script')
  script.src = trustedUrl(href)
  script.onerror = () => {
    script.remove()
    element.dataset.href = href
  }
  document.head.append(script)
}
