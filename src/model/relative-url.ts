/** The relative form of a URL inside the site (`/sources/x/#y`), as a page at `from` (`/part-1/`) must write it. */
export function relativeUrl(from: string, url: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(url) ?? []
  if (path === from && rest) return rest
  const fromFolders = from.split('/').slice(1, -1)
  const toFolders = path.split('/').slice(1, -1)
  const shared = fromFolders.findIndex((folder, i) => folder !== toFolders[i])
  const common = shared === -1 ? Math.min(fromFolders.length, toFolders.length) : shared
  const up = '../'.repeat(fromFolders.length - common)
  const down = [...toFolders.slice(common), path.split('/').at(-1)].join('/')
  return `${up + down || './'}${rest}`
}
