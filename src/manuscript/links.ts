/** Whether an address is one of this site: without a scheme or a host. */
export const isInternal = (address: string): boolean => !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/iu.test(address)

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
