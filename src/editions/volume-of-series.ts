import { defaultTreeAdapter as tree } from 'parse5'
import { nameOfVolume } from '../locales/part-names.ts'
import { wordsOf } from '../locales/words.ts'
import type { BookVolume } from '../model/book-volumes.ts'
import { entryOfGroup, groupsOfEntry, partsOfGroup } from '../model/place-groups.ts'
import type { Series } from '../model/series.ts'
import { type BookPage, classesOf } from './book-page.ts'
import { attribute, type Element, elementsOf } from './html.ts'

/** A volume of a series as a book of its own: the Series with nothing in it but what the volume holds. */
export type VolumeOfSeries = {
  readonly series: Series
  /** “Volume 2 · Part 26–50”. */
  readonly name: string
  readonly volume: BookVolume
  /** Whether a page of the site is in it, by its path. */
  readonly holds: (path: string) => boolean
}

/**
 * The volumes of a series, each with the entries of the glossary that its parts mention and the works that they or these
 * entries cite. The introduction is in the first one; what nothing else has, in the last: entries and works that no part
 * names, and pages of the whole, such as the timeline. See decision 119.
 */
export function volumesOfSeries(series: Series, volumes: readonly BookVolume[]): VolumeOfSeries[] {
  const words = wordsOf(series)
  const groups = new Map([...series.terms, ...series.sources].flatMap(groupsOfEntry).map((group) => [group.href, group]))
  const held = volumes.map(({ parts }) => usedBy(series, new Set(parts.map(({ href }) => href))))
  const inSome = new Set(held.flatMap((hrefs) => [...hrefs]))
  return volumes.map((volume, i) => {
    const [isFirst, isLast] = [i === 0, i === volumes.length - 1]
    const isHeld = ({ href }: { readonly href: string }) => held[i]?.has(href) || (isLast && !inSome.has(href))
    const [terms, sources] = [series.terms.filter(isHeld), series.sources.filter(isHeld)]
    const hrefs = new Set([...volume.parts, ...terms, ...sources].map(({ href }) => href))
    const divided = new Set([...series.parts, ...series.terms, ...series.sources].map(({ href }) => href))
    const holds = (path: string) => {
      if (divided.has(path)) return hrefs.has(path)
      const [entry, group] = [entryOfGroup(path), groups.get(path)]
      if (entry && group) return hrefs.has(entry) && partsOfGroup(volume.parts, group).length > 0
      if (path === '/') return isFirst
      if (path === '/glossary/') return terms.length > 0
      return path === '/sources/' ? sources.length > 0 : isLast
    }
    return { series: { ...series, parts: volume.parts, terms, sources }, name: nameOfVolume(volume, words), volume, holds }
  })
}

/** Addresses of the terms that stand in some parts, and of the works that these parts or the entries of these terms rest on. */
function usedBy({ terms, sources }: Series, parts: ReadonlySet<string>): Set<string> {
  const isIn = (pages: ReadonlySet<string>, { href }: { readonly href: string }) => pages.has(href.replace(/#.*$/u, ''))
  const named = terms.filter(({ mentions }) => mentions.some(({ place }) => isIn(parts, place)))
  const [pages, ids] = [new Set([...parts, ...named.map(({ href }) => href)]), new Set(named.map(({ id }) => id))]
  const cited = sources.filter(
    ({ citedIn, supports }) => citedIn.some(({ place }) => isIn(pages, place)) || supports.some(({ term }) => ids.has(term)),
  )
  return new Set([...named, ...cited].map(({ href }) => href))
}

/** Leaves out of the lists of entries and works what the volume has not; and what shows all of them, but from the last volume. */
export function leaveOutOthers(page: BookPage, { holds }: VolumeOfSeries): void {
  if (page.path !== '/glossary/' && page.path !== '/sources/') return
  const isWhole = holds('/about/')
  for (const item of elementsOf(page.main).filter((element) => element.tagName === 'li' && isListed(element)))
    if (!holds(entryOf(item, page.path))) tree.detachNode(item)
  for (const section of elementsOf(page.main).filter(({ tagName }) => tagName === 'section')) {
    const isOfAll = attribute(section, 'aria-labelledby') === 'family-tree'
    const isEmpty = !isOfAll && !elementsOf(section).some(({ tagName }) => tagName === 'li')
    if (isEmpty || (isOfAll && !isWhole)) tree.detachNode(section)
  }
}

const isListed = ({ parentNode: list }: Element) =>
  list !== null &&
  'tagName' in list &&
  (classesOf(list).some((name) => name === 'term-list' || name === 'bibliography') ||
    (list.parentNode !== null && 'tagName' in list.parentNode && list.parentNode.tagName === 'section'))

/** The page that an entry of a list is the way to: the words of a work may have links of their own before it. */
function entryOf(item: Element, path: string): string {
  const links = elementsOf(item).filter(({ tagName }) => tagName === 'a')
  const link = links.find((each) => classesOf(each).includes('more')) ?? links[0] ?? item
  return new URL(attribute(link, 'href') ?? '', `https://site.invalid${path}`).pathname
}
