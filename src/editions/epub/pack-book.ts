import { type Zippable, zipSync } from 'fflate'

/**
 * The container of a book (OCF, EPUB 3.3, §4): `mimetype` first and as it is, then all other files; the same to the byte
 * for the same files and day.
 *
 * @param files contents by path
 * @param day ISO 8601
 */
export function packBook(files: ReadonlyMap<string, Uint8Array | string>, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  // Noon of the machine’s own time, as an archive says the time without a zone.
  const mtime = new Date(year, month - 1, date, 12)
  const contents: Zippable = { mimetype: [Buffer.from('application/epub+zip'), { level: 0 }] }
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isPacked = /\.(?:png|jpe?g|gif|webp|woff2)$/u.test(path)
    contents[path] = [typeof content === 'string' ? Buffer.from(content) : content, { level: isPacked ? 0 : 9 }]
  }
  return zipSync(contents, { mtime })
}
