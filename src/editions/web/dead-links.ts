export type SitePage = {
  /** From the root of the site: `/part-1/`, `/404.html`. */
  readonly path: string
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
}

/**
 * The links of the pages that lead to no file of the site, or to no id on the page they lead to.
 *
 * @param files paths of all files of the site, from its root
 */
export function findDeadLinks(pages: readonly SitePage[], files: ReadonlySet<string>): { page: string; link: string }[] {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const isAlive = (from: string, link: string): boolean => {
    const { pathname, hash } = new URL(link, `https://site.invalid${from}`)
    const page = byPath.get(pathname.replace(/index\.html$/u, ''))
    if (!page) return files.has(decoded(pathname))
    return hash === '' || page.ids.has(decoded(hash.slice(1)))
  }
  // What is named from the root leads to the same from every page.
  const known = new Map<string, boolean>()
  const isKnownAlive = (from: string, link: string): boolean => {
    if (!link.startsWith('/')) return isAlive(from, link)
    const found = known.get(link) ?? isAlive(from, link)
    known.set(link, found)
    return found
  }
  return pages.flatMap(({ path, links }) =>
    [...new Set(links)].filter((link) => !isKnownAlive(path, link)).map((link) => ({ page: path, link })),
  )
}

/** The characters that an address stands for; one that stands for none is taken as it is, and leads nowhere. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
