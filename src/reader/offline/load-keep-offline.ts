import { trustedUrl } from '../trusted-url.ts'

/** Loads what makes `<keep-offline>` work, once: it is no part of what every page loads. */
export function loadKeepOffline() {
  const { scriptHref } = document.querySelector<HTMLElement>('keep-offline')?.dataset ?? {}
  if (scriptHref && !customElements.get('keep-offline')) void import(/* @vite-ignore */ trustedUrl(scriptHref))
}

// In the panel it is wanted when that is opened; on a page whose matter it is, at once.
if (document.querySelector('main keep-offline')) loadKeepOffline()
