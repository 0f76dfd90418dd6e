import { attribute, elementsOf } from '../html.ts'
import { embeddedIndexIn } from '../search-address.ts'
import { readText } from '../site-files.ts'
import type { PageTree } from './merge-pages.ts'

/**
 * The scripts of the search with its index in them, in the order they run. Their addresses stand in the pages and are
 * taken out of them, so that nothing is loaded (`src/reader/search/search-supplier.ts`).
 *
 * @throws where no page names them
 */
export async function takeSearchScripts(pages: readonly PageTree[], site: URL): Promise<string[]> {
  const named = new Set<string>()
  for (const { path, document } of pages) {
    for (const element of elementsOf(document)) {
      if (attribute(element, 'data-online') !== undefined || element.tagName === 'keep-offline') continue
      for (const { value } of element.attrs.filter(isScript)) named.add(new URL(value, `https://site.invalid${path}`).pathname)
      element.attrs = element.attrs.filter((attr) => !isScript(attr) && !(element.tagName === 'site-search' && attr.name === 'data-href'))
    }
  }
  if (named.size === 0) throw new Error('No page names the script of the search: the file would have none.')
  const core = embeddedIndexIn(site)
  const inOrder = [core, core.replace('core.js', 'fragments.js'), ...named]
  return inOrder.map((path) => readText(new URL(`.${path}`, site)))
}

const isScript = ({ name, value }: { name: string; value: string }) => /^data-(?:[a-z]+-)*href$/u.test(name) && value.endsWith('.js')
