import { besideOf } from '../model/languages.ts'
import { groupsOfEntry } from '../model/place-groups.ts'
import type { Series } from '../model/series.ts'

/**
 * The pages of the site that become a single file or a book, in the order they stand in it: the start, the texts, what one
 * looks up. Not among them: what would say the same twice, and what has no use in a file.
 *
 * @param pages paths of all pages of the site: `/`, `/part-1/`
 */
export function orderPages(pages: readonly string[], series: Series): string[] {
  const first = ['/', ...series.parts.map(({ href }) => href)]
  const lookedUp = [
    '/glossary/',
    ...series.terms.flatMap(withGroups),
    '/timeline/',
    '/hours/',
    '/documents/',
    '/places/',
    '/sources/',
    ...series.sources.flatMap(withGroups),
  ]
  const last = ['/about/']
  const listed = new Set([...first, ...lookedUp, ...last])
  const beside = new Set(series.parts.map(({ href }) => besideOf(href)))
  const others = pages.filter((page) => !listed.has(page) && !beside.has(page) && !isLeftOut(page)).sort()
  return [...first, ...lookedUp, ...others, ...last].filter((page) => pages.includes(page))
}

/** The page of a term or a work, and those of its places, where these have their own. */
const withGroups = (entry: Series['terms'][number] | Series['sources'][number]) => [
  entry.href,
  ...groupsOfEntry(entry).map(({ href }) => href),
]

/**
 * The notes stand with their parts, the works in one order, cards show what stands on other pages, the search opens over the page,
 * and what a reader has written is on the reader’s device.
 */
const isLeftOut = (page: string) => /^\/(?:notes|sources\/by|downloads|search|my-notes|404\.html)|\/card\/$/u.test(page)
