import type { CalendarDate } from '../../model/calendar-date.ts'
import { type Certainty, certaintyLevels } from '../../model/certainty.ts'
import { textOfCitation } from '../../model/citation-html.ts'
import type { ResultKind } from '../../model/search.ts'
import type { Event, Part, Series, ShownDate, Source, Term } from '../../model/series.ts'
import { fold, wordsOf } from '../../tokenizer/tokens.ts'
import type { Passage } from './text-of-page.ts'

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
  /** Gregorian days that it names, ISO 8601. */
  readonly days: readonly string[]
}

/** The records of one part: its headings, its paragraphs, its notes. */
export type PartRecords = { readonly headings: SearchRecord[]; readonly paragraphs: SearchRecord[]; readonly notes: SearchRecord[] }

/** What can be found in a part, whose page has been read into passages. */
export function recordsOfPart(part: Part, passages: readonly Passage[]): PartRecords {
  let section = part.title
  const headings: SearchRecord[] = [
    record('part', part.href, part.title, `Part ${part.number}`, `${part.title}. ${part.description}`, { isHeading: true }),
  ]
  const paragraphs: SearchRecord[] = []
  for (const { kind, id, number, text, days } of passages) {
    const url = id ? `${part.href}#${id}` : part.href
    if (kind === 'heading') {
      section = text
      if (id) headings.push(record('part', url, text, `Part ${part.number}`, text, { isHeading: true }))
    } else paragraphs.push(record('part', url, section, `Part ${part.number}${number ? `, ¶ ${number}` : ''}`, text, { days }))
  }
  const notes = part.notes.map(({ href, number, text }) => record('note', href, `Note ${number}`, `Part ${part.number}`, text))
  return { headings, paragraphs, notes }
}

/** What can be found beside the parts: terms, sources and events. */
export const recordsOfApparatus = (series: Series): SearchRecord[] => [
  ...series.terms.map(recordOfTerm),
  ...series.sources.map(recordOfSource),
  ...series.events.map(recordOfEvent),
]

function recordOfTerm({
  href,
  name,
  short,
  label,
  aliases,
  forms,
  native,
  definition,
  span,
  start,
  end,
  dateNote,
  dates,
  relations,
  certainty,
}: Term): SearchRecord {
  const names = unique([
    name,
    ...(short ? [short] : []),
    label,
    ...aliases,
    ...forms,
    ...native.flatMap(({ text, latin }) => (latin ? [text, latin] : [text])),
  ])
  const notes = relations.flatMap(({ note }) => (note ? [note] : []))
  const text = [definition, ...(span ? [span] : []), ...(dateNote ? [dateNote] : []), ...notes, ...sayCertainty(certainty)]
  return record('term', href, name, 'Glossary', text.join('\n'), { names, days: [...daysOf(dates), ...daysOfDates([start, end])] })
}

const recordOfSource = ({ href, html, title, note = '', authorSort }: Source): SearchRecord =>
  record('source', href, title, authorSort ? `Source, ${authorSort}` : 'Source', `${textOfCitation(html)} ${note}`.trim(), {
    names: [title],
  })

function recordOfEvent({ href, title, text, shown, date, certainty }: Event): SearchRecord {
  const day = [shown.newStyle ? `${shown.text} (${shown.newStyle})` : shown.text, shown.year].filter(Boolean).join(' ')
  return record('event', href, title, `Timeline, ${day}`, [text, ...sayCertainty(certainty)].join(' '), {
    names: [title],
    days: daysOfDates([date]),
  })
}

/** What is unsure is found by the word that says so: “disputed”. */
const sayCertainty = (certainty: Certainty | undefined) =>
  certainty && certainty.level !== 'high'
    ? [[certaintyLevels[certainty.level], ...(certainty.because ? [certainty.because] : [])].join(': ')]
    : []

function record(kind: ResultKind, url: string, title: string, place: string, text: string, more: Partial<SearchRecord> = {}): SearchRecord {
  return { kind, url, title, place, text, days: [], ...more }
}

const daysOf = (dates: readonly ShownDate[]) => dates.map(({ datetime }) => datetime)

const daysOfDates = (dates: readonly (CalendarDate | undefined)[]) =>
  dates.flatMap((date) => (date?.precision === 'day' ? [date.gregorian] : []))

/** Names that differ by more than signs and case. */
const unique = (names: readonly string[]) =>
  [...new Map(names.toReversed().map((name) => [wordsOf(name).join(' ') || fold(name), name])).values()].toReversed()
