import { readFile } from 'node:fs/promises'
import { attribute, elementsOf } from '../html.ts'
import type { PageTree } from './merge-pages.ts'

/**
 * The scripts of the search with its index in them, in the order they run: where they stand on the page, the search
 * fetches nothing. Their addresses stand in the pages (`src/reader/search-supplier.ts`).
 */
export async function searchScripts(pages: readonly PageTree[], site: URL): Promise<string[]> {
  const named = pages.flatMap(({ path, document }) =>
    [...elementsOf(document)]
      .filter((element) => attribute(element, 'data-online') === undefined && element.tagName !== 'keep-offline')
      .flatMap(({ attrs }) => attrs.filter(({ name, value }) => /^data-(?:[a-z]+-)*href$/u.test(name) && value.endsWith('.js')))
      .map(({ value }) => new URL(value, `https://site.invalid${path}`).pathname),
  )
  const engine = named.find((path) => path.endsWith('/engine.js'))
  const index = engine ? ['engine.js', 'embedded/core.js', 'embedded/fragments.js'].map((name) => new URL(name, `https://site.invalid${engine}`).pathname) : []
  const others = [...new Set(named)].filter((path) => path.startsWith('/_astro/'))
  return Promise.all([...index, ...others].map((path) => readFile(new URL(`.${path}`, site), 'utf8')))
}
