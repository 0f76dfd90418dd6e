import { readFile } from 'node:fs/promises'
import type { SearchAddress } from '../model/search.ts'

/** Path of the first script with the index in it from the root of a site, for pages that cannot ask `search.json`. */
export async function embeddedIndexIn(site: URL): Promise<string> {
  const { index } = JSON.parse(await readFile(new URL('search.json', site), 'utf8')) as SearchAddress
  return `/${index}embedded/core.js`
}
