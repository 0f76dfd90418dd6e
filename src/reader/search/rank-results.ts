import type { FoundRecord } from '../../model/search.ts'
import { isSpeltInManyWays, wordOfName, wordOfNameSpelling } from '../../tokenizer/index-words.ts'
import { nameKey } from '../../tokenizer/name-key.ts'
import { wordsOf } from '../../tokenizer/tokens.ts'
import { nearestWords } from './nearest-words.ts'
import type { MatchCounts, RecordAddress, SearchEngine } from './search-engine.ts'
import { type Excerpt, excerptOf, wholeOf } from './search-excerpt.ts'
import { readQuery, type Unit } from './search-query.ts'
import { findFirst, findListed, findUnit, findWhole, type UnitHits } from './search-units.ts'

/** A place that was found, in its order. */
export type Match = RecordAddress & { readonly rank: number; readonly score: number }

/** A match with what is shown of it. */
export type Finding = Match & {
  readonly href: string
  readonly record: FoundRecord
  /** The title, with what of it answers the query. */
  readonly title: Excerpt
  /** Where it stands, with the day that was asked for. */
  readonly place: Excerpt
  readonly excerpt: Excerpt
}

/** All that a query found. */
export type Answer = {
  readonly query: string
  /** Best first, the terms so named before everything. */
  readonly matches: readonly Match[]
  /** How many there are in all, where the matches are only those that come first in each list (decision 149). */
  readonly counts?: MatchCounts
  readonly units: readonly UnitHits[]
  /** Whether nothing has all words together, and the matches have some of them. */
  readonly isPartial: boolean
  /** Words that the series calls related to those of the query. */
  readonly related: readonly string[]
  /** For each unknown word the nearest words there are, as queries with the word replaced. */
  readonly offers: readonly { readonly unknown: string; readonly nearest: readonly { readonly word: string; readonly query: string }[] }[]
}

/** What comes first: a thing of that name, then titles and headings, then text, then what pages beside it say of it, then notes. */
const ranks = { named: 0, titled: 1, text: 2, page: 3, note: 4 }

/**
 * Finds what a reader has typed.
 *
 * @param isWhole whether more will be shown than comes first in each list; a word that is in thousands of records is answered sooner else
 */
export async function answer(engine: SearchEngine, query: string, isWhole = false): Promise<Answer> {
  const asked = telling(readQuery(query, engine.manifest.language), engine.manifest.everywhere)
  const [only, another] = asked
  const frequent = only && !another ? await findFirst(engine, only) : undefined
  // Of results of one kind more are shown.
  const isFirst = frequent && !isWhole && Object.keys(frequent.counts.kinds).length > 1
  const units = await Promise.all(
    frequent
      ? [isFirst ? frequent.unit : findWhole(engine, frequent)]
      : asked.map(async (unit) => (another && (await findListed(engine, unit))) || findUnit(engine, unit)),
  )
  const named = new Set(units.length > 0 && units.every(({ unit }) => unit.kind !== 'day') ? await namedSo(engine, query, units) : [])
  const together = everyUnit(units)
  const isPartial = together.size === 0 && named.size === 0 && units.length > 1 && units.every(({ as }) => as !== 'unknown')
  const found = isPartial ? someUnits(units) : together
  for (const id of named) if (!found.has(id)) found.set(id, 0)
  const matches = [...found].map(([id, score]) => {
    const address = engine.locate(id)
    return { ...address, score, rank: rankOf(address, named, units) }
  })
  matches.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(a.isOther) - Number(b.isOther) ||
      // What a place is called after says more than the place.
      Number(a.kind === 'place') - Number(b.kind === 'place') ||
      b.score - a.score ||
      a.number - b.number,
  )
  return {
    query,
    matches,
    ...(isFirst && { counts: frequent.counts }),
    units,
    isPartial,
    related: relatedTo(query, engine.manifest.related),
    offers: matches.length > 0 ? [] : await offersFor(engine, query, units),
  }
}

/** Without the words that most records have, which tell none from another; where there are no others, the last that was typed. */
function telling(units: readonly Unit[], everywhere: readonly string[] = []): readonly Unit[] {
  const isEverywhere = ({ kind, asks: [word = '', other] }: Unit) => kind === 'word' && other === undefined && everywhere.includes(word)
  const others = units.filter((unit) => !isEverywhere(unit))
  return others.length > 0 ? others : units.slice(-1)
}

/** How many matches there are that are shown: all, where only those that come first are told. */
export const countOf = ({ counts, matches }: Answer, isShown: (match: Match) => boolean): number =>
  counts ? Object.values(counts.kinds).reduce((sum, count) => sum + count, 0) : matches.filter(isShown).length

/** A match as it is shown. */
export async function findingOf(engine: SearchEngine, match: Match, units: readonly UnitHits[]): Promise<Finding> {
  const record = await engine.record(match.id)
  const { language } = match.series.manifest
  const dayUnits = units.filter(({ unit }) => unit.kind === 'day')
  return {
    ...match,
    record,
    href: match.series.supplier.linkTo(record.url),
    title: wholeOf(record.title, units, language),
    place: wholeOf(record.place, dayUnits, language),
    excerpt: excerptOf(record.text, match.id, units, language),
  }
}

/** Records one of whose names is the query, whole, be it in another spelling. */
async function namedSo(engine: SearchEngine, query: string, units: readonly UnitHits[]): Promise<string[]> {
  const asked = wordsOf(query)
  if (asked.length === 0) return []
  const isSpelt = units.some(({ as }) => as !== 'found') && isSpeltInManyWays(asked.join(''))
  const words = [wordOfName(query), ...(isSpelt ? [wordOfNameSpelling(query)] : [])]
  const found = (await Promise.all(words.map((word) => engine.search(`"${word}"`)))).flatMap((results) =>
    results.slice(0, mostNamed).map(({ id }) => id),
  )
  const isName = (name: string) =>
    isSameBut(wordsOf(name), asked) || (isSpelt && nameKey(wordsOf(name).join('')) === nameKey(asked.join('')))
  const records = await Promise.all(found.map(async (id) => ({ id, ...(await engine.record(id)) })))
  return records.filter(({ names = [], title }) => [title, ...names].some(isName)).map(({ id }) => id)
}

/** More things than this are not of one name. */
const mostNamed = 12

/** Whether two names are the same, but for the ending of a plural or possessive. */
const isSameBut = (name: readonly string[], asked: readonly string[]) => singular(name) === singular(asked)

const singular = (words: readonly string[]) => words.join('').replace(/(?<=.{3})s$/u, '')

function rankOf({ id, kind, isHeading }: RecordAddress, named: ReadonlySet<string>, units: readonly UnitHits[]): number {
  if (named.has(id)) return kind === 'term' ? ranks.named : ranks.titled
  // Who asks for a day asks what happened on it.
  if (kind === 'event' && units.some(({ unit }) => unit.kind === 'day')) return ranks.titled
  if (isHeading || units.every(({ hits }) => hits.get(id)?.isInTitle)) return ranks.titled
  return kind === 'note' || kind === 'page' ? ranks[kind] : ranks.text
}

function everyUnit(units: readonly UnitHits[]): Map<string, number> {
  const [first, ...others] = units.toSorted((a, b) => a.hits.size - b.hits.size)
  if (!first) return new Map()
  return new Map(
    [...first.hits].flatMap(([id, { score }]) =>
      others.every(({ hits }) => hits.has(id))
        ? [[id, others.reduce((sum, { hits }) => sum + (hits.get(id)?.score ?? 0), score)] as const]
        : [],
    ),
  )
}

/** The more of the units a record has the better; among equals the score. */
function someUnits(units: readonly UnitHits[]): Map<string, number> {
  const scores = new Map<string, number>()
  for (const { hits } of units) for (const [id, { score }] of hits) scores.set(id, (scores.get(id) ?? 0) + 1000 + score)
  return scores
}

/** The other words of each group that has one in the query. */
function relatedTo(query: string, groups: readonly (readonly string[])[]): string[] {
  const asked = wordsOf(query)
  const has = (word: string) => wordsOf(word).every((part) => asked.includes(part))
  return groups.filter((group) => group.some(has)).flatMap((group) => group.filter((word) => !has(word)))
}

async function offersFor(engine: SearchEngine, query: string, units: readonly UnitHits[]): Promise<Answer['offers']> {
  const unknown = units.flatMap(({ unit, as }) =>
    as === 'unknown' && unit.kind !== 'day' ? unit.words.map((word) => ({ unit, word })) : [],
  )
  const offers = await Promise.all(
    unknown.map(async ({ unit, word }) => {
      const nearest = unit.kind === 'phrase' && (await isKnown(engine, word)) ? [] : await nearestWords(engine, word)
      return {
        unknown: unit.kind === 'phrase' ? word : unit.text,
        nearest: nearest.map((near) => ({ word: near, query: replaceWord(query, word, near) })),
      }
    }),
  )
  return offers.filter(({ nearest }) => nearest.length > 0)
}

const isKnown = async (engine: SearchEngine, word: string) => (await engine.search(word)).length > 0

/** The query with one of its words exchanged for another; where signs divide it, the whole of what was typed. */
function replaceWord(query: string, word: string, by: string): string {
  const pieces = query.split(/(\s+)/u)
  return pieces.map((piece) => (wordsOf(piece).includes(word) ? by : piece)).join('')
}
