import { nameInPart, nameOfPart } from '../../locales/part-names.ts'
import { type Words, wordsOf as wordsOfSeries } from '../../locales/words.ts'
import type { Certainty, CertaintyLevel } from '../../model/certainty.ts'
import { textOfCitation } from '../../model/citation-html.ts'
import type { CalendarDate } from '../../model/dates/calendar-date.ts'
import type { ResultKind } from '../../model/search.ts'
import type { Event, MapPlace, Page, Part, Series, ShownDate, Source, Term } from '../../model/series.ts'
import { fold, wordsOf } from '../../tokenizer/tokens.ts'
import type { PageCertainty } from '../certainty-of-page.ts'
import type { Passage } from '../text-of-page.ts'

/** Something that can be found. */
export type SearchRecord = {
  readonly kind: ResultKind
  /** From the root of the site, with the fragment. */
  readonly url: string
  /** The heading of a section or part, which leads there. */
  readonly isHeading?: true
  readonly title: string
  /** “Part 1, ¶ 12”, “Glossary”. */
  readonly place: string
  /** What is shown of it and searched in it. */
  readonly text: string
  /** Every name by which it is looked up; whoever asks for one of them means it. */
  readonly names?: readonly string[]
  /** Gregorian days that it names, ISO 8601; of spans both ends, in EDTF. */
  readonly days: readonly string[]
  /** How sure it is, or the statements in it that say so. */
  readonly certainty?: readonly CertaintyLevel[]
}

/** The records of one part: its headings, its paragraphs, its notes. */
export type PartRecords = { readonly headings: SearchRecord[]; readonly paragraphs: SearchRecord[]; readonly notes: SearchRecord[] }

/** What can be found in a part, whose page has been read into passages. */
export function recordsOfPart(
  part: Part,
  series: Pick<Series, 'parts'>,
  passages: readonly Passage[],
  words: Words,
  sure: PageCertainty = {},
): PartRecords {
  const levels = (id: string) => (Object.hasOwn(sure, id) ? { certainty: sure[id] ?? [] } : {})
  const place = nameOfPart(part, series, words)
  let section = part.title
  const headings: SearchRecord[] = [record('part', part.href, part.title, place, `${part.title}. ${part.description}`, { isHeading: true })]
  const paragraphs: SearchRecord[] = []
  for (const { kind, id, number, text, days } of passages) {
    const url = id ? `${part.href}#${id}` : part.href
    if (kind === 'heading') {
      section = text
      if (id) headings.push(record('part', url, text, place, text, { isHeading: true }))
    } else
      paragraphs.push(
        record('part', url, section, number ? nameInPart(part, series, words, { kind: 'paragraph', number }) : place, text, {
          days,
          ...levels(id),
        }),
      )
  }
  const notes = part.notes.map(({ href, number, text }) =>
    record('note', href, words.say('part.note', { number }), place, text, levels(href.split('#')[1] ?? '')),
  )
  return { headings, paragraphs, notes }
}

/** What can be found on a page of the writer’s own: its title, its headings and its paragraphs. */
export function recordsOfPage({ href, title, description = '' }: Page, passages: readonly Passage[], words: Words): SearchRecord[] {
  let section = title
  // The title is not said twice.
  const place = () => (section === title ? words.say('search.pages') : title)
  return [
    record('page', href, title, place(), `${title}. ${description}`.trim(), { isHeading: true, names: [title] }),
    ...passages.map(({ kind, id, text, days }) => {
      const isHeading = kind === 'heading'
      if (isHeading) section = text
      return record('page', id ? `${href}#${id}` : href, section, place(), text, { days, ...(isHeading && { isHeading }) })
    }),
  ]
}

/** What can be found beside the parts: terms, sources, events and places. */
export function recordsOfApparatus(series: Series): SearchRecord[] {
  const words = wordsOfSeries(series)
  return [
    ...series.terms.map((term) => recordOfTerm(term, words)),
    ...series.sources.map((source) => recordOfSource(source, words)),
    ...series.events.map((event) => recordOfEvent(event, words)),
    ...series.places.map((place) => recordOfPlace(place, words)),
  ]
}

function recordOfTerm(term: Term, words: Words): SearchRecord {
  const { href, name, short, label, aliases, forms, native, definition, span, start, end, dateNote, dates, relations, certainty } = term
  const names = unique([
    name,
    ...(short ? [short] : []),
    label,
    ...aliases,
    ...forms,
    ...native.flatMap(({ text, latin }) => (latin ? [text, latin] : [text])),
  ])
  const notes = relations.flatMap(({ note }) => (note ? [note] : []))
  const text = [definition, ...(span ? [span] : []), ...(dateNote ? [dateNote] : []), ...notes, ...sayCertainty(certainty, words)]
  return record('term', href, name, words.say('site.glossary'), text.join('\n'), {
    names,
    days: [...daysOf(dates), ...daysOfDates([start, end])],
    ...(certainty && { certainty: [certainty.level] }),
  })
}

function recordOfSource({ href, html, title, note = '', authorSort }: Source, words: Words): SearchRecord {
  const place = authorSort ? words.say('place.sourceBy', { author: authorSort }) : words.say('place.source')
  return record('source', href, title, place, `${textOfCitation(html)} ${note}`.trim(), { names: [title] })
}

function recordOfEvent({ href, title, text, shown, date, certainty }: Event, words: Words): SearchRecord {
  const day = [shown.newStyle ? `${shown.text} (${shown.newStyle})` : shown.text, shown.year].filter(Boolean).join(' ')
  return record('event', href, title, words.say('place.event', { date: day }), [text, ...sayCertainty(certainty, words)].join(' '), {
    names: [title],
    days: daysOfDates([date]),
    ...(certainty && { certainty: [certainty.level] }),
  })
}

function recordOfPlace({ href, name, native, text }: MapPlace, words: Words): SearchRecord {
  return record('place', href, name, words.say('site.places'), text, { names: unique([name, ...(native ? [native.text] : [])]) })
}

/** What is unsure is found by the word that says so: “disputed”. */
const sayCertainty = (certainty: Certainty | undefined, words: Words) => {
  if (!certainty || certainty.level === 'high') return []
  const level = words.say(`certainty.${certainty.level}`)
  return [certainty.because ? `${words.say('certainty.because', { level })} ${certainty.because}` : level]
}

function record(kind: ResultKind, url: string, title: string, place: string, text: string, more: Partial<SearchRecord> = {}): SearchRecord {
  return { kind, url, title, place, text, days: [], ...more }
}

const daysOf = (dates: readonly ShownDate[]) => dates.map(({ datetime, edtf }) => datetime ?? edtf ?? '')

const daysOfDates = (dates: readonly (CalendarDate | undefined)[]) =>
  dates.flatMap((date) => (date?.precision === 'day' || date?.precision === 'span' ? [date.gregorian] : []))

/** Names that differ by more than signs and case. */
const unique = (names: readonly string[]) =>
  [...new Map(names.toReversed().map((name) => [wordsOf(name).join(' ') || fold(name), name])).values()].toReversed()
