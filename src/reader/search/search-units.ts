import type { FoundRecord } from '../../model/search.ts'
import { withoutClitics } from '../../tokenizer/clitics.ts'
import { compoundsOf } from '../../tokenizer/compounds.ts'
import { isSpeltInManyWays, wordOfSpelling, wordsOfConsonants } from '../../tokenizer/index-words.ts'
import { wordsOf } from '../../tokenizer/tokens.ts'
import { completionsOf } from './nearest-words.ts'
import type { SearchEngine } from './search-engine.ts'
import type { Unit } from './search-query.ts'

/** How a record answers one unit of a query. */
export type Hit = { readonly score: number; readonly words: ReadonlySet<number>; readonly isInTitle: boolean }

/** The records that answer a unit, and how it was understood. */
export type UnitHits = {
  readonly unit: Unit
  readonly hits: ReadonlyMap<string, Hit>
  /**
   * - `found`: as it was asked
   * - `spelt`: a name, in another spelling
   * - `begun`: the beginning of `others`
   * - `unknown`: no text has the word
   */
  readonly as: 'found' | 'spelt' | 'begun' | 'unknown'
  readonly others: readonly string[]
}

/** Phrases that stand in more records than this are shown as the index has them, in whatever form of their words. */
const mostVerified = 400

/** Finds all records that answer a unit. */
export async function findUnit(engine: SearchEngine, unit: Unit): Promise<UnitHits> {
  if (unit.kind === 'word' && unit.words.length === 1) await engine.loadBeginningWith(unit.words[0] ?? '')
  if (unit.kind === 'day') {
    const hits = await ask(engine, unit.asks)
    return { unit, hits, as: hits.size > 0 ? 'found' : 'unknown', others: [] }
  }
  if (unit.kind === 'phrase') {
    const exact = await exactly(engine, unit.words, await ask(engine, unit.asks))
    return { unit, hits: exact, as: exact.size > 0 ? 'found' : 'unknown', others: [] }
  }
  const found = union(await Promise.all(unit.asks.map((query) => askWord(engine, query))))
  const isFound = found.size > 0
  const spelling = unit.words.length === 1 ? (unit.words[0] ?? '') : unit.words.join('')
  const isOnlyTerms = isFound && [...found.keys()].every((id) => engine.locate(id).kind === 'term')
  if ((!isFound || isOnlyTerms) && isSpeltInManyWays(spelling)) {
    const spelt = await ask(engine, [`"${wordOfSpelling(spelling)}"`])
    if (spelt.size > 0)
      return isFound ? { unit, hits: union([found, spelt]), as: 'found', others: [] } : { unit, hits: spelt, as: 'spelt', others: [] }
  }
  if ((!isFound || isOnlyTerms) && engine.manifest.byConsonants) {
    const spelt = await askByConsonants(engine, unit.words)
    if (spelt.size > 0)
      return isFound ? { unit, hits: union([found, spelt]), as: 'found', others: [] } : { unit, hits: spelt, as: 'spelt', others: [] }
  }
  if (isFound) return { unit, hits: found, as: 'found', others: [] }
  const begun = unit.words.length === 1 ? await completionsOf(engine, spelling) : []
  if (begun.length === 0) return { unit, hits: new Map(), as: 'unknown', others: [] }
  return {
    unit,
    hits: await ask(
      engine,
      begun.map((word) => wordsOf(word).join(' ')),
    ),
    as: 'begun',
    others: begun,
  }
}

/** Names in Arabic or Hebrew letters for one in Latin letters, and the other way round; “al-” alone asks for nothing. */
async function askByConsonants(engine: SearchEngine, words: readonly string[]): Promise<Map<string, Hit>> {
  const named = words.length > 1 ? words.filter((word) => !/^(?:[aeu][ldnrstz])$/u.test(word)) : words
  const keys = named.flatMap((word) => [word, ...withoutClitics(word)]).flatMap(wordsOfConsonants)
  return ask(
    engine,
    [...new Set(keys)].map((key) => `"${key}"`),
  )
}

async function ask(engine: SearchEngine, queries: readonly string[]): Promise<Map<string, Hit>> {
  const answers = await Promise.all(queries.map((query) => engine.search(query)))
  return union(
    answers.map(
      (results) =>
        new Map(
          results.map(({ id, score, words, matchedMetaFields = [] }) => [
            id,
            { score, words: new Set(words), isInTitle: matchedMetaFields.includes('title') },
          ]),
        ),
    ),
  )
}

function union(maps: readonly ReadonlyMap<string, Hit>[]): Map<string, Hit> {
  const all = new Map<string, Hit>()
  for (const map of maps) {
    for (const [id, hit] of map) {
      const known = all.get(id)
      all.set(
        id,
        known
          ? {
              score: Math.max(known.score, hit.score),
              words: new Set([...known.words, ...hit.words]),
              isInTitle: known.isInTitle || hit.isInTitle,
            }
          : hit,
      )
    }
  }
  return all
}

/**
 * What is found for a word or a compound, in any of its forms and as the beginning of others. What is only the beginning
 * of the word itself, which Pagefind takes for an answer too, is none.
 */
async function askWord(engine: SearchEngine, query: string): Promise<Map<string, Hit>> {
  const [hits, inItsForms] = await Promise.all([ask(engine, [query]), query.startsWith('"') ? [] : engine.search(`"${query}"`)])
  const [best] = [...hits].sort(([, a], [, b]) => b.score - a.score)
  if (!best || inItsForms.length > 0 || query.startsWith('"')) return hits
  const known = textsOf(await engine.record(best[0])).flatMap((text) => [...wordsOf(text), ...compoundsOf(text)])
  return known.some((word) => word.startsWith(query)) ? hits : new Map()
}

const textsOf = ({ text, title, place, names = [] }: FoundRecord) => [text, title, place, ...names]

/** The records in which the words stand just so, one after the other. */
async function exactly(engine: SearchEngine, words: readonly string[], hits: ReadonlyMap<string, Hit>): Promise<ReadonlyMap<string, Hit>> {
  if (hits.size > mostVerified) return hits
  const wanted = ` ${words.join(' ')} `
  const verified = await Promise.all(
    [...hits].map(async ([id, hit]) => {
      return textsOf(await engine.record(id)).some((known) => ` ${wordsOf(known).join(' ')} `.includes(wanted)) ? [[id, hit] as const] : []
    }),
  )
  return new Map(verified.flat())
}
