import { sayYear } from '../../locales/say-year.ts'
import type { Words } from '../../locales/words.ts'
import type { CalendarDate } from '../../model/dates/calendar-date.ts'
import { numbersOf } from '../../model/dates/calendars.ts'
import { firstYearOf, isoOf as isoOfParts, knownEnds } from '../../model/dates/date-extent.ts'
import type { RelationType } from '../../model/files/term-file.ts'
import type { Term } from '../../model/series.ts'

/** Parties and factions with what made and unmade them. */
export type Family = {
  /** Those with a tie, the oldest first. */
  readonly members: readonly Member[]
  /** Those without. */
  readonly apart: readonly Member[]
  /** In order of time. */
  readonly ties: readonly Tie[]
  /** The year of a `start` or `when`, as it is printed. */
  readonly yearOf: (iso: string) => string
}

export type Member = {
  readonly id: string
  readonly href: string
  readonly label: string
  readonly kind: 'party' | 'faction'
  /** ISO 8601 in the calendar of the texts, as exact as it is known; empty where it is not. */
  readonly start: string
  /** “1903–1952”, “from 1897”; empty where nothing is known. */
  readonly years: string
}

/**
 * One relation, read in the direction of time: from the old party to the one that split off, from the whole to the
 * faction within it, from the party that ended to the one that took it in or took its place.
 */
export type Tie = {
  readonly kind: 'split' | 'part' | 'merger' | 'succession'
  readonly from: string
  readonly to: string
  /** ISO 8601 in the calendar of the texts; empty where nothing dates it. */
  readonly when: string
  readonly note?: string
}

/** How the relations of the glossary read as ties: `isForward` where the entry that states it comes first in time. */
const tieOf: Partial<Record<RelationType, { readonly kind: Tie['kind']; readonly isForward: boolean }>> = {
  'split-from': { kind: 'split', isForward: false },
  'part-of': { kind: 'part', isForward: false },
  'merged-into': { kind: 'merger', isForward: true },
  successor: { kind: 'succession', isForward: true },
  predecessor: { kind: 'succession', isForward: false },
}

/** The family of all parties and factions, or nothing where no two of them are tied. */
export function familyOf(terms: readonly Term[], words: Words): Family | undefined {
  const all = terms.flatMap((term) => (term.kind === 'party' || term.kind === 'faction' ? [memberOf(term, term.kind, words)] : []))
  const starts = new Map(all.map(({ id, start }) => [id, start]))
  const ties = terms
    .filter(({ id }) => starts.has(id))
    .flatMap(({ id, relations }) =>
      relations.flatMap(({ type, term, isInverse, date, note }): Tie[] => {
        const tie = tieOf[type]
        if (!tie || isInverse || !starts.has(term)) return []
        const [from, to] = tie.isForward ? [id, term] : [term, id]
        // Without a date of its own a tie is as old as the younger of the two.
        const when = date ? isoOf(date) : ([starts.get(from) ?? '', starts.get(to) ?? ''].sort(compareIso).at(-1) ?? '')
        return [{ kind: tie.kind, from, to, when, ...(note && { note }) }]
      }),
    )
    .sort((a, b) => compareIso(a.when, b.when))
  if (ties.length === 0) return undefined
  const isTied = ({ id }: Member) => ties.some(({ from, to }) => from === id || to === id)
  return {
    members: all.filter(isTied).sort((a, b) => compareIso(a.start, b.start)),
    apart: all.filter((member) => !isTied(member)),
    ties,
    yearOf: (iso) => iso && sayYear(numbersOf(iso)[0] ?? 0, words),
  }
}

function memberOf({ id, href, label, start, end }: Term, kind: Member['kind'], words: Words): Member {
  const [from, to] = [start, end].map((date) => date && sayYear(firstYearOf(date), words))
  const years =
    from && to
      ? from === to
        ? from
        : `${from}–${to}`
      : from
        ? words.say('family.from', { year: from })
        : to
          ? words.say('family.until', { year: to })
          : ''
  return { id, href, label, kind, start: start ? isoOf(start) : '', years }
}

/** A date cut to what ISO 8601 can say: of a span its beginning, of a season its first month. */
export function isoOf(date: CalendarDate): string {
  const { year, month, day, season } = knownEnds(date)[0] ?? { year: 0 }
  return isoOfParts(year, month ?? (season === undefined ? undefined : season * 3), day)
}

/** The earlier one first; what has no date before all, a year before its months. */
export function compareIso(a: string, b: string): number {
  if (a === '' || b === '') return a.length - b.length
  const [these, those] = [numbersOf(a), numbersOf(b)]
  const at = [0, 1, 2].find((i) => these[i] !== those[i]) ?? 0
  return (these[at] ?? 0) - (those[at] ?? 0)
}
