import type { Citation, Mention, Series } from './series.ts'
import { most } from './sizes.ts'

/** A place with the number of the part that it is in, if it is in one that is counted. */
type Placed = { readonly place: { readonly part?: number } }

/** Parts that follow each other in which a term is mentioned or a work is cited, with a page of their own for these places. */
export type PlaceGroup = PartSpan & {
  /** `/glossary/almanac/in/101/`, by the first part that it is for. */
  readonly href: string
  readonly places: number
  /** The numbers of the parts that have any, in their order. */
  readonly parts: readonly number[]
}

/** The numbers of the first and the last part of some that follow each other, whether or not they have places or are there yet. */
type PartSpan = { readonly from: number; readonly to: number }

/**
 * The groups of the places of a term or a work, where they are too many for its page; else none, and so where one would hold all. What
 * stands in no part that is counted is in none of them. See decision 144.
 *
 * @param entry the page of the term or the work
 */
export function placeGroupsOf(entry: string, places: readonly Placed[]): PlaceGroup[] {
  const parts = places.flatMap(({ place }) => place.part ?? [])
  if (parts.length <= most.placesOnPage) return []
  const groups = spansOf(parts, most.partsWithPlaces).flatMap((span) =>
    span.inParts.length > most.placesOnPage ? spansOf(span.inParts, most.partsInGroup) : [span],
  )
  if (groups.length === 1) return []
  return groups.map(({ from, to, inParts }) => ({
    ...{ from, to, href: hrefOfGroup(entry, from), places: inParts.length },
    parts: [...new Set(inParts)].sort((a, b) => a - b),
  }))
}

/** Numbers of parts by spans of so many, those without any left out: while parts are added at the end, each stays what it is. */
const spansOf = (parts: readonly number[], size: number): (PartSpan & { readonly inParts: readonly number[] })[] =>
  [...Map.groupBy(parts, (part) => Math.ceil(part / size))]
    .sort(([a], [b]) => a - b)
    .map(([number, inParts]) => ({ from: (number - 1) * size + 1, to: number * size, inParts }))

/** The page of a group. @param entry the page of the term or the work */
export const hrefOfGroup = (entry: string, from: number): string => `${entry}in/${from}/`

/** The page of the term or the work to which the page of a group belongs; nothing for another page. */
export const entryOfGroup = (page: string): string | undefined => /^(\/(?:glossary|sources)\/[^/]+\/)in\/\d+\/$/u.exec(page)?.[1]

type Numbered<P> = P & { readonly number: number }

/** Those of some parts that a group is for. */
export const partsOfGroup = <P extends { readonly number?: number }>(parts: readonly P[], { from, to }: PartSpan): Numbered<P>[] =>
  parts.filter((part): part is Numbered<P> => part.number !== undefined && part.number >= from && part.number <= to)

/** The id under which the places of a part stand. */
export const idInPart = {
  term: (part: number): string => `mentioned-in-part-${part}`,
  source: (part: number): string => `cited-in-part-${part}`,
} as const

type Entries = Pick<Series, 'terms' | 'sources'>
type Entry = Series['terms'][number] | Series['sources'][number]

const placesOf = (entry: Entry): readonly (Mention | Citation)[] => ('mentions' in entry ? entry.mentions : entry.citedIn)

/** The groups that an entry of the glossary or a work has pages of. */
export const groupsOfEntry = (entry: Entry): PlaceGroup[] => placeGroupsOf(entry.href, placesOf(entry))

/** The terms, or the works, that have pages of groups, each with the numbers of the first parts of these. */
export const dividedIn = (
  list: 'glossary' | 'sources',
  { terms, sources }: Entries,
): { readonly id: string; readonly groups: readonly number[] }[] =>
  (list === 'glossary' ? terms : sources).flatMap((entry: Entry) => {
    const groups = groupsOfEntry(entry).map(({ from }) => from)
    return groups.length > 0 ? [{ id: entry.id, groups }] : []
  })

/** What stands on the page of a group. */
export type GroupPage = {
  /** The parts that have places, in their order, each with these. */
  readonly inParts: readonly {
    readonly part: { readonly number: number; readonly title: string }
    readonly places: readonly (Mention | Citation)[]
  }[]
  readonly range: NumberRange
  /** The pages of the groups beside it that have places. */
  readonly previous?: Beside
  readonly next?: Beside
}

/** The first and the last part of a group by their numbers, whether or not they have places. */
export type NumberRange = readonly [first: { readonly number: number }, last: { readonly number: number }]

type Beside = { readonly href: string; readonly range: NumberRange }

/**
 * Tells what stands on the page of a group, as `/glossary/almanac/in/101/`; nothing where there is no such page. The groups of an entry are
 * made when one of its pages is first asked for.
 */
export function groupPages({ parts, terms, sources }: Entries & Pick<Series, 'parts'>): (page: string) => GroupPage | undefined {
  const entries = new Map([...terms, ...sources].map((entry): [string, Entry] => [entry.href, entry]))
  const made = new Map<string, ReadonlyMap<string, GroupPage>>()
  return (page) => {
    const href = entryOfGroup(page)
    const entry = href === undefined ? undefined : entries.get(href)
    if (!entry) return undefined
    const pages = made.get(entry.href) ?? pagesOf(entry, parts)
    made.set(entry.href, pages)
    return pages.get(page)
  }
}

/** The pages of all groups of an entry, by their addresses. */
function pagesOf(entry: Entry, parts: Series['parts']): ReadonlyMap<string, GroupPage> {
  const groups = groupsOfEntry(entry).map((group) => ({ ...group, within: partsOfGroup(parts, group) }))
  const byPart = Map.groupBy(placesOf(entry), ({ place }) => place.part)
  const beside = (other?: (typeof groups)[number]): Beside | undefined => other && { href: other.href, range: rangeOf(other.within) }
  return new Map(
    groups.map(({ href, within }, at) => {
      const [previous, next] = [beside(groups[at - 1]), beside(groups[at + 1])]
      const inParts = within.flatMap((part) => {
        const places = byPart.get(part.number)
        return places ? [{ part: { number: part.number, title: part.title }, places }] : []
      })
      return [href, { inParts, range: rangeOf(within), ...(previous && { previous }), ...(next && { next }) }]
    }),
  )
}

/** @param parts of a group: at least one */
export function rangeOf(parts: readonly { readonly number: number }[] = []): NumberRange {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) throw new Error('A group of places has no part.')
  return [{ number: first.number }, { number: last.number }]
}
