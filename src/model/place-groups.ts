import type { Citation, Mention, Series } from './series.ts'
import { most } from './sizes.ts'

/** A place with the number of the part that it is in, if it is in one that is counted. */
type Placed = { readonly place: { readonly part?: number } }

/** Parts that follow each other in which a term is mentioned or a work is cited, with a page of their own for these places. */
export type PlaceGroup = {
  /** Counted from 1, those before it that have no places included: while parts are added at the end, it stays what it is. */
  readonly number: number
  /** `/glossary/almanac/in/2/` */
  readonly href: string
  readonly places: number
  /** The numbers of the parts that have any, in their order. */
  readonly parts: readonly number[]
}

/**
 * The groups of the places of a term or a work, where they are too many for its page; else none, and so where one would hold all. What
 * stands in no part that is counted is in none of them. See decision 144.
 *
 * @param entry the page of the term or the work
 */
export function placeGroupsOf(entry: string, places: readonly Placed[]): PlaceGroup[] {
  const parts = places.flatMap(({ place }) => place.part ?? [])
  if (parts.length <= most.placesOnPage) return []
  const groups = [...Map.groupBy(parts, groupOf)].sort(([a], [b]) => a - b)
  if (groups.length === 1) return []
  return groups.map(([number, inGroup]) => ({
    number,
    href: hrefOfGroup(entry, number),
    places: inGroup.length,
    parts: [...new Set(inGroup)].sort((a, b) => a - b),
  }))
}

/** The group that a part is in, by its number. */
const groupOf = (part: number): number => Math.ceil(part / most.partsInGroup)

/** The page of a group. @param entry the page of the term or the work */
export const hrefOfGroup = (entry: string, number: number): string => `${entry}in/${number}/`

/** The page of the term or the work to which the page of a group belongs; nothing for another page. */
export const entryOfGroup = (page: string): string | undefined => /^(\/(?:glossary|sources)\/[^/]+\/)in\/\d+\/$/u.exec(page)?.[1]

/** The parts that are counted, in their groups. */
export const partsByGroup = <P extends { readonly number?: number }>(
  parts: readonly P[],
): ReadonlyMap<number, readonly (P & { readonly number: number })[]> =>
  Map.groupBy(
    parts.filter((part): part is P & { readonly number: number } => part.number !== undefined),
    ({ number }) => groupOf(number),
  )

/** Whether one of the parts is in the group with that page. @param entry the page of the term or the work */
export const isInGroup = (parts: readonly { readonly number?: number }[], entry: string, page: string): boolean =>
  parts.some(({ number }) => number !== undefined && hrefOfGroup(entry, groupOf(number)) === page)

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

/** The terms, or the works, that have pages of groups, each with the numbers of these. */
export const dividedIn = (
  list: 'glossary' | 'sources',
  { terms, sources }: Entries,
): { readonly id: string; readonly numbers: readonly number[] }[] =>
  (list === 'glossary' ? terms : sources).flatMap((entry: Entry) => {
    const numbers = groupsOfEntry(entry).map(({ number }) => number)
    return numbers.length > 0 ? [{ id: entry.id, numbers }] : []
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
 * Tells what stands on the page of a group, as `/glossary/almanac/in/2/`; nothing where there is no such page. The groups of an entry are
 * made when one of its pages is first asked for.
 */
export function groupPages({ parts, terms, sources }: Entries & Pick<Series, 'parts'>): (page: string) => GroupPage | undefined {
  const entries = new Map([...terms, ...sources].map((entry): [string, Entry] => [entry.href, entry]))
  const inGroups = partsByGroup(parts)
  const made = new Map<string, ReadonlyMap<string, GroupPage>>()
  return (page) => {
    const href = entryOfGroup(page)
    const entry = href === undefined ? undefined : entries.get(href)
    if (!entry) return undefined
    const pages = made.get(entry.href) ?? pagesOf(entry, inGroups)
    made.set(entry.href, pages)
    return pages.get(page)
  }
}

/** The pages of all groups of an entry, by their addresses. */
function pagesOf(entry: Entry, inGroups: ReturnType<typeof partsByGroup<Series['parts'][number]>>): ReadonlyMap<string, GroupPage> {
  const groups = groupsOfEntry(entry)
  const byPart = Map.groupBy(placesOf(entry), ({ place }) => place.part)
  const beside = (other?: PlaceGroup): Beside | undefined => other && { href: other.href, range: rangeOf(inGroups.get(other.number)) }
  return new Map(
    groups.map(({ href, number }, at) => {
      const [previous, next] = [beside(groups[at - 1]), beside(groups[at + 1])]
      const inParts = (inGroups.get(number) ?? []).flatMap((part) => {
        const places = byPart.get(part.number)
        return places ? [{ part: { number: part.number, title: part.title }, places }] : []
      })
      return [href, { inParts, range: rangeOf(inGroups.get(number)), ...(previous && { previous }), ...(next && { next }) }]
    }),
  )
}

/** @param parts of a group: at least one */
export function rangeOf(parts: readonly { readonly number: number }[] = []): NumberRange {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) throw new Error('A group of places has no part.')
  return [{ number: first.number }, { number: last.number }]
}
