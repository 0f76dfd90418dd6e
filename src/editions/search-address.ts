import type { SearchAddress } from '../model/search.ts'
import { readText } from './site-files.ts'

/** Path of the first script with the index in it from the root of a site, for pages that cannot ask `search.json`. */
export function embeddedIndexIn(site: URL): string {
  const { index } = JSON.parse(readText(new URL('search.json', site))) as SearchAddress
  return `/${index}embedded/core.js`
}
