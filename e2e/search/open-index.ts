import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
// The one place where the tests take code of the program: what is proved is that the query side finds all the index has.
import { SearchEngine } from '../../src/reader/search/search-engine.ts'
import type { SearchSupplier } from '../../src/reader/search/search-supplier.ts'
import type { Site } from '../support/sites.ts'

/** Opens the index of a site without a browser. */
export const openIndex = (site: Site): Promise<SearchEngine> => SearchEngine.open(supplierOf(site))

/** Reads the index of a site from its files, as it was written. */
function supplierOf({ folder }: Site): SearchSupplier {
  const [hash = ''] = readdirSync(join(folder, 'pagefind'))
  const file = (name: string) => join(folder, 'pagefind', hash, name)
  return {
    load: async () => undefined,
    read: async (name) => {
      if (!existsSync(file(name))) throw new Error(`no ${name}`)
      return new Response(readFileSync(file(name)))
    },
    linkTo: (url) => url,
    reachesOthers: false,
  }
}
