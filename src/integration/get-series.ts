import { type CollectionEntry, getEntry } from 'astro:content'
import { memoize } from '../memoize.ts'
import type { Series } from '../model/series.ts'

/** The Series as the reading pass made it. */
export async function getSeries(): Promise<Series> {
  const entry = await getEntry('series', 'series')
  if (!entry) throw new Error('There is no Series: mend the mistakes in the manuscript that the terminal shows.')
  return parse(entry.id, entry.data.json)
}

/** One for all pages. */
const parse = memoize((json: string): Series => JSON.parse(json))

type DocumentCollection = 'parts' | 'glossary' | 'pages'

/** The text of one document, for Astro’s `render()`. */
export async function getDocument<C extends DocumentCollection>(collection: C, id: string): Promise<CollectionEntry<C>> {
  const entry = await getEntry(collection, id)
  if (!entry) throw new Error(`The content store has no ${collection}/${id}, though the Series names it.`)
  return entry as CollectionEntry<C>
}
