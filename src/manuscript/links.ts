/** Whether an address is one of this site: without a scheme or a host. */
export const isInternal = (address: string): boolean => !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/iu.test(asRead(address))

/** Whether following an address runs code, or opens what it carries as a page. */
export const runsCode = (address: string): boolean => /^(?:javascript|vbscript|data|blob|filesystem):/iu.test(asRead(address))

/** What browsers read of an address: they pass over tabs and line ends, and blanks before it (https://url.spec.whatwg.org/#url-parsing). */
const asRead = (address: string) => address.replace(/[\t\n\r]/gu, '').replace(/^[\p{Cc} ]+/u, '')

/** An address of this site from its root, as `page` (`/part-1/`) means it: `#x` is `/part-1/#x`. */
export function fromRoot(address: string, page: string): string {
  const { pathname, search, hash } = new URL(address, `https://site.invalid${page}`)
  return pathname + search + hash
}

/** The page on which the text of a document stands: `parts/part-1` on `/part-1/`. */
export function pageOf(document: string): string {
  const [folder, id] = document.split('/')
  if (folder === 'glossary') return `/glossary/${id}/`
  return folder === 'pages' && id === 'home' ? '/' : `/${id}/`
}
