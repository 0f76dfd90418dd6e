import { keep } from '../../kept-results.ts'
import { wordsOf as wordsOfSeries } from '../../locales/words.ts'
import { dayOf, isoOf, numbersOf } from '../../model/dates/calendars.ts'
import type { PublishedSearchManifest } from '../../model/search.ts'
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
import { groupsOf } from './record-groups.ts'
import { type PartRecords, recordsOfApparatus, type SearchRecord } from './records.ts'
import { searchedCertainty } from './searched-certainty.ts'
import { indexWords } from './word-index.ts'
import { wordLists } from './word-lists.ts'

/**
 * Records that stand in one file with those beside them: in a short series each in its own, as a query shows few of any page; in a
 * long one two, as thousands of small files are what a build and a host take longest over; more only where that would not do.
 */
const chunking = { alone: 2_000, mostTogether: 2, mostChunks: 16_000 }

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
  const counted = countWords(records)
  const spellings = spellingsOf(series, counted)
  const byConsonants = areInTwoScripts(spellings)
  const compoundParts = partsOfCompounds(language, records.map(allTextsOf), series)
  const texts = indexedTexts(records, spellings, byConsonants, compoundParts, series['new-calendar'])
  const index = await indexWords(texts, isUnspaced(language) ? 'unknown' : language)
  const { version, name: wasm, file: program } = index.program
  const { files, chunks, lengths } = compactIndex(index)
  const recordsPerChunk = recordsPerChunkOf(records.length)
  const certainty = searchedCertainty(records, wordsOfSeries(series))
  const manifest: PublishedSearchManifest = {
    title: series.title,
    language,
    parts: series.parts.map(({ number, slug, title }, i) => ({
      ...{ ...(number !== undefined && { number }), slug, title },
      ...{ headings: parts[i]?.headings.length ?? 0, paragraphs: parts[i]?.paragraphs.length ?? 0, notes: parts[i]?.notes.length ?? 0 },
    })),
    terms: series.terms.length,
    sources: series.sources.length,
    events: series.events.length,
    places: series.places.length,
    ...(pages.length > 0 && { pages: pages.length }),
    ...(certainty && { certainty }),
    ...{ version, wasm, pieces: chunks, lengths, metaFields: index.metaFields },
    together: recordsPerChunk,
    related: series['related-words'],
    others: series['searched-with'],
    ...(byConsonants && { byConsonants }),
  }
  return {
    records: records.length,
    files: [program, ...files, jsonFile('search.json', manifest), ...fragmentsOf(records, recordsPerChunk), ...wordLists(counted)],
  }
}

/** Words of these languages are cut by the tokenizer, not by Pagefind, and have no stems. */
const isUnspaced = (language: string) => /^(?:zh|ja|th|lo|km|my)$/u.test(language)

/** What is indexed of each record, in the groups of records that are kept. */
function indexedTexts(
  records: readonly SearchRecord[],
  spellings: ReadonlySet<string>,
  byConsonants: boolean,
  partsOf: (texts: readonly string[]) => readonly string[],
  newCalendar?: string,
): IndexedText[][] {
  const about = JSON.stringify([byConsonants, [...spellings].sort()])
  return groupsOf(records).map((group) => {
    const given = group.map((record) => ({
      texts: textsOf(record),
      names: record.names ?? [],
      days: record.days.flatMap((day) => daysOf(day, newCalendar)),
      parts: partsOf(allTextsOf(record)),
    }))
    const contents = keep('indexed-texts', [about, JSON.stringify(given)], () =>
      given.map(({ texts, names, days, parts }) => indexedText(texts, names, days, spellings, byConsonants, parts)),
    )
    return group.map((record, i) => ({
      content: contents[i] ?? '',
      ...(hasTitle(record) && { title: wordsOf(record.title).join(' ') }),
    }))
  })
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

function fragmentsOf(records: readonly SearchRecord[], recordsPerChunk: number): IndexFile[] {
  // A chunk belongs to the group of its first record, so that what is put into one moves no other’s.
  const chunks = inGroups(records, recordsPerChunk).flatMap(([first, ...rest]) => (first ? [{ ...first, chunk: [first, ...rest] }] : []))
  const contents = groupsOf(chunks).flatMap((group) => {
    const shown = group.map(({ chunk }) =>
      chunk.map(({ url, title, place, text, names }) => ({ url, title, place, text, ...(names && { names }) })),
    )
    return keep('fragments', [JSON.stringify(shown)], () => shown.map(encodeFragment))
  })
  return contents.map((content, i) => ({ path: `fragment/${i}.pf_fragment`, content }))
}

const jsonFile = (path: string, value: object): IndexFile => ({ path, content: new TextEncoder().encode(JSON.stringify(value)) })
