import type { FoundRecord, ResultKind } from '../../model/search.ts'
import { withoutClitics } from '../../tokenizer/clitics.ts'
import { compoundsOf } from '../../tokenizer/compounds.ts'
import { isSpeltInManyWays, withoutArticles, wordOfSpelling, wordsOfConsonants } from '../../tokenizer/index-words.ts'
import { wordsOf } from '../../tokenizer/tokens.ts'
import type { Hit, Hits } from './hits.ts'
import { completionsOf } from './nearest-words.ts'
import type { Looked, MatchCounts, SearchEngine } from './search-engine.ts'
import type { EngineResult } from './search-program.ts'
import type { Unit } from './search-query.ts'

/** The records that answer a unit, and how it was understood. */
export type UnitHits = {
  readonly unit: Unit
  readonly hits: Hits
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

/** Of words in more records than this Pagefind takes seconds to tell in which they stand in one of their forms. */
const mostWithForms = 2_000

/** So many records are read to see whether a word stands in them as it was typed. */
const mostRead = 40

/** A very frequent word that was asked for, or is being typed, with the first that is found and how much there is. */
export type FrequentWord = { readonly word: string; readonly unit: UnitHits; readonly counts: MatchCounts }

/**
 * Of a word that is in very many records those that come first in each list, with how many there are; nothing for any other unit. Of a word
 * that is being typed, and is none yet, those of the most frequent that begins so.
 */
export async function findFirst(engine: SearchEngine, unit: Unit): Promise<FrequentWord | undefined> {
  const frequent = await findFrequent(engine, unit, (word) => engine.firstOf(word))
  if (!frequent) return undefined
  const { word, told, ...how } = frequent
  return { word, unit: { unit, hits: hitsOf(told.results), ...how }, counts: told.counts }
}

/** In which records such a word is, for queries of several words; nothing for any other unit. */
export async function findListed(engine: SearchEngine, unit: Unit): Promise<UnitHits | undefined> {
  const frequent = await findFrequent(engine, unit, (word) => engine.listOf(word))
  return frequent && { unit, hits: frequent.told, as: frequent.as, others: frequent.others }
}

/** What is told of a very frequent word that a unit asks for, or that is being typed. */
async function findFrequent<T>(engine: SearchEngine, unit: Unit, look: (word: string) => Promise<Looked<T>>) {
  if (unit.kind !== 'word' || unit.words.length !== 1 || unit.asks.length !== 1) return undefined
  const [word = ''] = unit.words
  const own = await look(word)
  if (own.told) return { word, told: own.told, as: 'found' as const, others: [] }
  const isWord = async () => !own.isFrequent && (await engine.search(`"${word}"`)).length > 0
  if (!(own.isFrequent || engine.beginsFrequent(word)) || (await isWord())) return undefined
  const [other = ''] = await completionsOf(engine, word)
  const begun = wordsOf(other).join(' ')
  const { told } = await look(begun)
  return told && { word: begun, told, as: 'begun' as const, others: [other] }
}

/** The same with all that is found. */
export const findWhole = async (engine: SearchEngine, { word, unit }: FrequentWord): Promise<UnitHits> => ({
  ...unit,
  hits: hitsOf(await engine.allOf(word)),
})

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
  if (!isFound || isOnlyTerms) {
    const spelt = await askSpellings(engine, [
      ...(isSpeltInManyWays(spelling) ? [wordOfSpelling(spelling)] : []),
      ...(engine.manifest.byConsonants ? consonantsIn(withoutArticles(unit.words)) : []),
    ])
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

/**
 * Names in other letters and other spellings, by the words that the index has for them; what bears such a name is told
 * from what names it.
 */
async function askSpellings(engine: SearchEngine, words: readonly string[]): Promise<Map<string, Hit>> {
  const asked = new Set(words)
  const hits = await ask(
    engine,
    [...asked].map((word) => `"${word}"`),
  )
  const entries = [...hits].filter(([id]) => !isText.has(engine.locate(id).kind)).slice(0, mostRead)
  for (const [id, hit] of entries) {
    const title = wordsOf((await engine.record(id)).title)
    if ([...title.map(wordOfSpelling), ...consonantsIn(title)].some((word) => asked.has(word))) hits.set(id, { ...hit, isInTitle: true })
  }
  return hits
}

const isText: ReadonlySet<ResultKind> = new Set(['part', 'note', 'page'])

/** Words in Arabic or Hebrew letters for some in Latin letters, and the other way round; “al-” alone asks for nothing. */
const consonantsIn = (words: readonly string[]): string[] =>
  words.flatMap((word) => [word, ...withoutClitics(word)]).flatMap(wordsOfConsonants)

async function ask(engine: SearchEngine, queries: readonly string[]): Promise<Map<string, Hit>> {
  const answers = await Promise.all(queries.map((query) => engine.search(query)))
  return union(answers.map(hitsOf))
}

const hitsOf = (results: readonly EngineResult[]): ReadonlyMap<string, Hit> =>
  new Map(
    results.map(({ id, score, words, matchedMetaFields = [] }) => [
      id,
      { score, words: new Set(words), isInTitle: matchedMetaFields.includes('title') },
    ]),
  )

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
 * What is found for a word or a compound, in any of its forms and as the beginning of others. Pagefind also answers with words that
 * begin like the word’s stem alone (“λαός”: λάμπα), and with the beginning of the word itself: they are no answers.
 */
async function askWord(engine: SearchEngine, query: string): Promise<Map<string, Hit>> {
  if (query.startsWith('"')) return ask(engine, [query])
  const hits = await ask(engine, [query])
  if (hits.size > mostWithForms) return hits
  const forms = await engine.search(`"${query}"`)
  const has = async (id: string, beginning: string) => {
    const known = textsOf(await engine.record(id)).flatMap((text) => [...wordsOf(text), ...compoundsOf(text)])
    return known.some((word) => word.startsWith(beginning))
  }
  if (forms.length === 0) {
    const [best] = [...hits].sort(([, a], [, b]) => b.score - a.score)
    return best && !(await has(best[0], query)) ? new Map() : hits
  }
  const inItsForms = new Set(forms.map(({ id }) => id))
  const begun = [...hits.keys()].filter((id) => !inItsForms.has(id))
  if (begun.length > mostRead) return hits
  // Forms of one word differ by a short ending, which a stem need not be right about.
  const beginning = query.slice(0, Math.max(4, query.length - 3))
  const wrong = new Set((await Promise.all(begun.map(async (id) => ((await has(id, beginning)) ? [] : [id])))).flat())
  return new Map([...hits].filter(([id]) => !wrong.has(id)))
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
