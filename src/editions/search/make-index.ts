import { keep } from '../../kept-results.ts'
import { wordsOf as wordsOfSeries } from '../../locales/words.ts'
import { dayOf, isoOf, numbersOf } from '../../model/dates/calendars.ts'
import { mostSearchedWhole, type PublishedSearchManifest, type SearchedCertainty, titlesPath, titlesTogether } from '../../model/search.ts'
import type { Series } from '../../model/series.ts'
import { inGroups } from '../../model/sizes.ts'
import { type AskedDay, julianOf } from '../../tokenizer/dates.ts'
import { areInTwoScripts, indexedText, isSpeltByConsonants, isSpeltInManyWays } from '../../tokenizer/index-words.ts'
import { wordsOf } from '../../tokenizer/tokens.ts'
import { partsOfCompounds } from './closed-compounds.ts'
import { compactIndex } from './compact-index.ts'
import { type CountedWord, countWords } from './count-words.ts'
import { encodeFragment } from './fragments.ts'
import type { IndexFile } from './index-files.ts'
import type { IndexedText } from './join-words.ts'
import { digestOf, groupsOf, type RecordGroup } from './record-groups.ts'
import { type PartRecords, recordsOfApparatus, type SearchRecord } from './records.ts'
import { searchedCertainty } from './searched-certainty.ts'
import { type IndexedGroup, indexWords } from './word-index.ts'
import { wordLists } from './word-lists.ts'

/**
 * Records that stand in one file with those beside them: in a short series each in its own, as a query shows few of any page; in a
 * long one up to four, as thousands of small files are what a build and a host take longest over; more only where that would not do,
 * since they are what a first search would take most bytes for.
 */
const chunking = { alone: 2_000, mostTogether: 4, mostChunks: 16_000 }

const recordsPerChunkOf = (records: number) =>
  Math.max(Math.min(chunking.mostTogether, Math.ceil(records / chunking.alone)), Math.ceil(records / chunking.mostChunks))

/**
 * Makes the index of a series: Pagefind’s, cut into small chunks, with a manifest, the records for display and the
 * lists of words that are offered for unknown ones.
 *
 * @param parts records of the parts, in their order
 * @param pages records of the writer’s own pages, where there are any
 */
export async function makeIndex(
  series: Series,
  parts: readonly PartRecords[],
  pages: readonly SearchRecord[] = [],
): Promise<{ records: number; files: IndexFile[] }> {
  const apparatus = recordsOfApparatus(series)
  const records = [...parts.flatMap(({ headings, paragraphs, notes }) => [...headings, ...paragraphs, ...notes]), ...apparatus, ...pages]
  const language = series.language.split('-')[0] ?? 'en'
  const groups = groupsOf(records)
  const counted = countWords(groups)
  const spellings = spellingsOf(series, counted)
  const byConsonants = areInTwoScripts(spellings)
  const compoundParts = partsOfCompounds(language, () => records.map(allTextsOf), series)
  const indexed = indexedGroups(groups, spellings, byConsonants, compoundParts, series['new-calendar'])
  const { words, program: engine } = await indexWords(indexed, isUnspaced(language) ? 'unknown' : language)
  const { version, name: wasm, file: program } = engine
  const isLong = series.parts.length > mostSearchedWhole
  const certainty = searchedCertainty(records, wordsOfSeries(series))
  const { files, chunks, frequent, everywhere, lengths } = compactIndex(
    words,
    isLong ? listedRecords(records, parts, certainty) : undefined,
  )
  const recordsPerChunk = recordsPerChunkOf(records.length)
  const manifest: PublishedSearchManifest = {
    title: series.title,
    language,
    parts: series.parts.map(({ number, slug, title }, i) => ({
      ...(number === undefined ? { slug, title } : { number, ...(!isLong && { slug, title }) }),
      ...{ headings: parts[i]?.headings.length ?? 0, paragraphs: parts[i]?.paragraphs.length ?? 0, notes: parts[i]?.notes.length ?? 0 },
    })),
    terms: series.terms.length,
    sources: series.sources.length,
    events: series.events.length,
    places: series.places.length,
    ...(pages.length > 0 && { pages: pages.length }),
    ...(certainty && { certainty }),
    ...(frequent.length > 0 && { frequent, everywhere }),
    ...{ version, wasm, pieces: chunks, lengths, metaFields: records.some(hasTitle) ? ['title'] : [] },
    together: recordsPerChunk,
    related: series['related-words'],
    others: series['searched-with'],
    ...(byConsonants && { byConsonants }),
  }
  return {
    records: records.length,
    files: [
      ...[program, ...files, jsonFile('search.json', manifest), ...fragmentsOf(groups, records, recordsPerChunk), ...wordLists(counted)],
      ...(isLong ? titlesOf(series) : []),
    ],
  }
}

/** Words of these languages are cut by the tokenizer, not by Pagefind, and have no stems. */
const isUnspaced = (language: string) => /^(?:zh|ja|th|lo|km|my)$/u.test(language)

/** What is indexed of each record, in the groups of records that are kept. */
function indexedGroups(
  groups: readonly RecordGroup[],
  spellings: ReadonlySet<string>,
  byConsonants: boolean,
  partsOf: (texts: readonly string[]) => readonly string[],
  newCalendar = '',
): IndexedGroup[] {
  const about = JSON.stringify([byConsonants, newCalendar, [...spellings].sort()])
  return groups.map(({ key, records }) => {
    const parts = records.map((record) => partsOf(allTextsOf(record)))
    const make = (): IndexedText[] =>
      records.map((record, i) => {
        const days = record.days.flatMap((day) => daysOf(day, newCalendar || undefined))
        const content = indexedText(textsOf(record), record.names ?? [], days, spellings, byConsonants, parts[i])
        return { content, ...(hasTitle(record) && { title: wordsOf(record.title).join(' ') }) }
      })
    // What is new has to be indexed in most cases, so it is made once.
    let made: IndexedText[] | undefined
    const digest = keep('indexed-texts', [about, key, JSON.stringify(parts)], () => {
      made = make()
      return digestOf(made)
    })
    const texts = () => {
      const given = made ?? make()
      made = undefined
      return given
    }
    return { key: digest, size: records.length, texts }
  })
}

/** What the results for a frequent word are listed and counted by. */
function listedRecords(records: readonly SearchRecord[], parts: readonly PartRecords[], certainty?: SearchedCertainty) {
  const inParts = parts.flatMap(({ headings, paragraphs, notes }, i) =>
    Array<number>(headings.length + paragraphs.length + notes.length).fill(i),
  )
  return {
    kinds: records.map(({ kind }) => kind),
    headings: records.map(({ isHeading }) => isHeading ?? false),
    parts: records.map((_, i) => inParts[i] ?? -1),
    levels: certainty?.levels ?? [],
    partsInAll: parts.length,
  }
}

/** Notes and paragraphs have none of their own: theirs is the name of where they stand. */
const hasTitle = ({ kind, isHeading }: SearchRecord) => kind !== 'note' && ((kind !== 'part' && kind !== 'page') || isHeading)

/** What is shown of a record, in the order in which the browser counts its words: the text first. */
const textsOf = (record: SearchRecord) => [
  record.text,
  ...(hasTitle(record) && !record.isHeading ? [record.title] : []),
  ...(record.kind === 'event' ? [record.place] : []),
]

const allTextsOf = (record: SearchRecord) => [...textsOf(record), ...(record.names ?? [])]

/** The days of a date in the calendars in which they may be asked for; of a span its ends. */
const daysOf = (date: string, newCalendar?: string): AskedDay[] =>
  date.split('/').flatMap((end) => {
    const [day] = /^-?\d{4}-\d\d-\d\d/u.exec(end) ?? []
    return day === undefined ? [] : inCalendars(day, newCalendar)
  })

function inCalendars(day: string, newCalendar = '1582-10-15'): AskedDay[] {
  const [year = 0, month = 0, date = 0] = numbersOf(day)
  // The day of the calendar that was in force counts twice, so that what happened then comes first.
  if (year > 0) return [{ year, month, day: date }, ...(day < newCalendar ? [julianOf(day), julianOf(day)] : [])]
  // Before the era a year is asked for as it is said: “15 March 44 BC”.
  return [{ year, month, day: date }, julianBeforeEra(day)].map((asked) => ({ ...asked, year: 1 - asked.year }))
}

/** In the Julian calendar, which is at most forty days apart within what four digits can say. */
function julianBeforeEra(day: string): AskedDay & { readonly year: number } {
  const count = dayOf(day, 'gregorian')
  const julian = Array.from({ length: 80 }, (_, i) => isoOf(count + 40 - i)).find((name) => dayOf(name, 'julian') === count) ?? day
  const [year = 0, month = 0, date = 0] = numbersOf(julian)
  return { year, month, day: date }
}

/** Words of the terms’ names that are names themselves: the texts hardly ever write them with a small letter. */
function spellingsOf(series: Series, counted: readonly CountedWord[]): Set<string> {
  const capitals = new Map<string, number>()
  for (const [word, form, inTexts] of counted) {
    const sign = /^\p{Lu}/u.test(form) ? 1 : /^\p{Ll}/u.test(form) ? -9 : 0
    capitals.set(word, (capitals.get(word) ?? 0) + sign * inTexts)
  }
  const names = series.terms.flatMap(({ name, aliases, native }) => [
    name,
    ...aliases,
    ...native.flatMap(({ text, latin = '' }) => [text, latin]),
  ])
  return new Set(
    names.flatMap(wordsOf).filter((word) => (isSpeltInManyWays(word) || isSpeltByConsonants(word)) && (capitals.get(word) ?? 0) >= 0),
  )
}

/** A chunk belongs to the group of its first record, so that what is put into one moves no other’s. */
function fragmentsOf(groups: readonly RecordGroup[], all: readonly SearchRecord[], recordsPerChunk: number): IndexFile[] {
  let first = 0
  const contents = groups.flatMap(({ key, records }) => {
    const [begin, end] = [first, first + records.length].map((at) => Math.ceil(at / recordsPerChunk) * recordsPerChunk) as [number, number]
    const after = all.slice(first + records.length, end)
    const on = [key, JSON.stringify([begin - first, recordsPerChunk, after])]
    first += records.length
    return keep('fragments', on, () => inGroups(all.slice(begin, end), recordsPerChunk).map((chunk) => encodeFragment(chunk.map(shownOf))))
  })
  return contents.map((content, i) => ({ path: `fragment/${i}.pf_fragment`, content }))
}

const shownOf = ({ url, title, place, text, names }: SearchRecord) => ({ url, title, place, text, ...(names && { names }) })

const titlesOf = ({ parts }: Series): IndexFile[] =>
  inGroups(parts, titlesTogether).map((some, i) =>
    jsonFile(
      titlesPath(i * titlesTogether),
      some.map(({ title }) => title),
    ),
  )

const jsonFile = (path: string, value: object): IndexFile => ({ path, content: new TextEncoder().encode(JSON.stringify(value)) })
