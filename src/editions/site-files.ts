import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Paths of all files of a folder from its root, sorted: `part-1/index.html`. */
export async function filesIn(folder: URL): Promise<string[]> {
  const entries = await readdir(fileURLToPath(folder), { recursive: true, withFileTypes: true })
  const root = fileURLToPath(folder)
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length).replaceAll('\\', '/').replace(/^\//u, ''))
    .sort()
}

/**
 * Whether a file of the site is for readers, and so belongs to a copy that is read without a connection: with the
 * bibliography for reference managers, but not each source alone, which it contains; not the pictures for link previews,
 * what search engines ask for, the feed, data for programs, what faces have beyond the letters of the site, and the other editions.
 */
export const isForReading = (path: string): boolean => !apart.some((pattern) => pattern.test(path))

const apart = [
  /^share\//u,
  /^sitemap.*\.xml$/u,
  /^robots\.txt$/u,
  /^sw\.js$/u,
  /^keep\//u,
  /^404\.html$/u,
  /^series(?:\.schema)?\.json$/u,
  /^series\/.+\.json$/u,
  /^feed(?:\/\d+)?\.xml$/u,
  /^downloads\/(?!index\.html$)/u,
  /^sources\/[^/]+\.(?:bib|ris|json)$/u,
  /^glossary\.skos\.jsonld$/u,
  /^CITATION\.cff$/u,
  /^llms\.txt$/u,
  /(?:^|\/)index\.md$/u,
  // A part by itself as a book, beside its page.
  /^([^/]+)\/\1\.pdf$/u,
  /^_astro\/rest-/u,
]
