import { readFile } from 'node:fs/promises'
import type { SearchAddress } from '../model/search.ts'

/** Path of the search engine from the root of a site, for pages that cannot ask `search.json`. */
export async function engineIn(site: URL): Promise<string> {
  const { index } = JSON.parse(await readFile(new URL('search.json', site), 'utf8')) as SearchAddress
  return `/${index}engine.js`
}
