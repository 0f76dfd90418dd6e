import { scaleLinear } from 'd3-scale'
import { sayYear } from '../../locales/say-year.ts'
import type { Words } from '../../locales/words.ts'
import { type Calendar, numbersOf, type Period, periodsOf } from '../../model/dates/calendars.ts'
import { extentOf, firstYearOf, givenDate } from '../../model/dates/date-extent.ts'
import type { Event } from '../../model/series.ts'
import { breakLines, widthOf } from '../lettering.ts'
import { spreadLabels, type WantedLabel } from '../spread-labels.ts'
import { mirrored, type TimelineFormat } from './timeline-formats.ts'
import { isPlain, type PlacedEvent, type TimelineSpan } from './timeline-span.ts'

/** A period of a calendar’s column; `label` is missing where it has no room. */
export type ColumnPeriod = { readonly y: number; readonly height: number; readonly label?: string | undefined; readonly isShaded: boolean }

export type CalendarColumn = { readonly calendar: Calendar; readonly x: number; readonly periods: readonly ColumnPeriod[] }

export type EventLabel = {
  readonly event: Event
  /** Which way the words run from the axis. */
  readonly side: 'left' | 'right'
  readonly date: string
  readonly lines: readonly string[]
  /** Where its day is on the axis. */
  readonly tick: number
  /** The middle of its first line, where its shape stands. */
  readonly y: number
  /** A link covers this much. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** An event for whose words there is no room. */
export type EventMark = { readonly event: Event; readonly tick: number; readonly x: number; readonly y: number }

/** A drawn timeline, time flowing downward; all lengths in the units of the drawing, about CSS pixels. */
export type TimelineDrawing = {
  readonly format: TimelineFormat
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly columns: readonly CalendarColumn[]
  readonly bands: readonly ColumnPeriod[]
  /** Where the calendar changes. */
  readonly reform?: number | undefined
  readonly labels: readonly EventLabel[]
  readonly marks: readonly EventMark[]
  /** Where an event lasts, on the axis. */
  readonly extents: readonly { readonly y: number; readonly height: number }[]
}

const headHeight = 24
const leastHeight = 360
/** Where events are few, the axis is only so many times as long as their labels. */
const airiness = 3
const footHeight = 8
/** Air between two labels. */
const labelGap = 5
const markSize = 11
const mostLanes = 2

/** Lays out the events of a span on one side of the axis or both, with the months of both calendars at the edges. */
export function drawTimeline(span: TimelineSpan, given: TimelineFormat, words: Words): TimelineDrawing {
  const { from, to, months, reform, events } = span
  const format = withRoomForDates(words.direction === 'rtl' ? mirrored(given) : given, events, months, words)
  const [edge, otherEdge] = format.isMirrored ? [format.width - format.column, 0] : [0, format.width - format.column]
  const isDual = reform !== undefined && from < reform
  const periods = isDual
    ? [...periodsOf('julian', from, Math.min(to, reform), months), ...(reform < to ? periodsOf('gregorian', reform, to, months) : [])]
    : periodsOf('gregorian', from, to, months)
  const top = headHeight
  const bottom =
    top +
    Math.max(
      leastHeight,
      Math.min(periods.length * format.periodHeight, (events.length * format.leastHeight * airiness) / format.sides.length),
    )
  const y = scaleLinear([from, to], [top, bottom])
  const columnOf = (calendar: Calendar, x: number, shown: readonly Period[]): CalendarColumn => ({
    calendar,
    x,
    periods: shown.map((period, i) => columnPeriod(period, i, y, months, words)),
  })
  const columns = isDual
    ? [
        columnOf('julian', edge, periodsOf('julian', from, Math.min(to, reform), months)),
        columnOf('gregorian', otherEdge, periodsOf('gregorian', from, to, months)),
      ]
    : [columnOf('gregorian', edge, periods)]
  const wanted = format.sides.map((side, i) =>
    events.filter((_, k) => k % format.sides.length === i).map((placed) => wantLabel(placed, side, format, y, months, words)),
  )
  const labels = wanted.flatMap((onSide) => {
    const middles = spreadLabels(onSide, { from: top, to: bottom, reach: format.reach })
    return onSide.flatMap((label) => {
      const middle = middles.get(label.id)
      return middle === undefined ? [] : [placeLabel(label, middle, format)]
    })
  })
  const labelled = new Set(labels.map(({ event }) => event.id))
  return {
    format,
    height: bottom + footHeight,
    top,
    bottom,
    columns,
    bands: periods.map((period, i) => columnPeriod(period, i, y, months, words)),
    reform: isDual && reform < to ? y(reform) : undefined,
    labels,
    marks: placeMarks(
      events.filter(({ event }) => !labelled.has(event.id)),
      format,
      y,
    ),
    extents: events
      .filter(({ event }) => !isPlain(event.date))
      .map(({ event }) => extentOf(event.date))
      .map((extent) => [y(Math.max(extent.from, from)), y(Math.min(extent.to, to))] as const)
      .filter(([first, last]) => last - first >= shortestExtent)
      .map(([first, last]) => ({ y: first, height: last - first })),
  }
}

/** What is shorter looks like its tick. */
const shortestExtent = 6
/** Dates that are no days, months or years have so much room before the titles. */
const widestDate = 104
const dateSize = 14.5

/** The layout with its titles moved aside, where a date is wider than the room before them: “19th century”. */
function withRoomForDates(format: TimelineFormat, events: readonly PlacedEvent[], months: number, words: Words): TimelineFormat {
  const widths = events
    .filter(({ event }) => !isPlain(event.date))
    .map(({ event }) => widthOf(shortDate(event, months, words), format.size))
  return { ...format, title: Math.max(format.title, ...widths.map((width) => format.date + Math.min(width, widestDate) + 7)) }
}

type Scale = (day: number) => number

function columnPeriod(period: Period, index: number, y: Scale, months: number, words: Words): ColumnPeriod {
  const height = y(period.to) - y(period.from)
  const label = namesOf(period, index === 0, months, words).find((name) => widthOf(name, columnSize) < height - 8)
  return { y: y(period.from), height, label, isShaded: index % 2 === 1 }
}

/** Size of the type in the columns. */
export const columnSize = 12.5

/** Names of a period, the longest first; a month has its year where the year is new. */
function namesOf({ year, month }: Period, isFirst: boolean, months: number, words: Words): string[] {
  if (months > 1) return [nameOfYears(year, months, words)]
  const named = (style: 'long' | 'short') =>
    new Intl.DateTimeFormat(words.locale, { month: style, timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1))
  const [long, short] = [named('long'), named('short')]
  const inYear = sayYear(year, words)
  return isFirst || month === 1 ? [`${long} ${inYear}`, `${short} ${inYear}`, long, short] : [long, short]
}

/** The first year of a period; before the era, where 0 is 1 BC, the round one beside it: “500 BC”. */
const nameOfYears = (year: number, months: number, words: Words): string =>
  year > 0 || months === 12 ? sayYear(year, words) : year === 0 ? '1' : sayYear(year + 1, words)

type WordedLabel = WantedLabel & Omit<EventLabel, 'y' | 'box'>

function wantLabel(
  { event, day }: PlacedEvent,
  side: 'left' | 'right',
  format: TimelineFormat,
  y: Scale,
  months: number,
  words: Words,
): WordedLabel {
  const lines = breakLines(event.title, format.size, format.end - format.title)
  return {
    id: event.id,
    event,
    side,
    date: shortDate(event, months, words),
    lines,
    tick: y(day),
    at: y(day),
    height: Math.max(format.leastHeight, lines.length * format.leading + labelGap),
    weight: event.toldIn.length + event.terms.length / 100,
  }
}

/** “25 Oct”, in the calendar in which the date is given; among years, the year. What is no day, month or year is said as it is. */
function shortDate({ date, shown }: Event, months: number, words: Words): string {
  if (!isPlain(date)) {
    const said = [shown.about, shown.text, shown.year].filter(Boolean).join(' ') + (shown.behind ?? '')
    return widthOf(said, dateSize) <= widestDate ? said : sayYear(firstYearOf(date), words)
  }
  const [year = 0, month, day] = numbersOf(givenDate(date))
  if (months > 1 || !month) return sayYear(year, words)
  // 29 February may exist in the Julian calendar alone, so the name of the day is made in a leap year.
  const format = new Intl.DateTimeFormat(words.locale, { month: 'short', ...(day && { day: 'numeric' }), timeZone: 'UTC' })
  return format.format(Date.UTC(2000, month - 1, day ?? 1))
}

function placeLabel({ height, at: _, weight: __, id: ___, ...label }: WordedLabel, middle: number, format: TimelineFormat): EventLabel {
  const [inner, outer] = [format.shape - 8, format.end]
  const x = label.side === 'right' ? format.axis + inner : format.axis - outer
  const y = middle - ((label.lines.length - 1) * format.leading) / 2
  return { ...label, y, box: { x, y: middle - height / 2, width: outer - inner, height } }
}

/** On the axis, or beside it where another mark is near. */
function placeMarks(events: readonly PlacedEvent[], format: TimelineFormat, y: Scale): EventMark[] {
  const lanes: number[] = []
  return events.map(({ event, day }) => {
    const free =
      Array.from({ length: mostLanes }, (_, i) => i).find((i) => y(day) - (lanes[i] ?? Number.NEGATIVE_INFINITY) >= markSize) ?? 0
    lanes[free] = y(day)
    return { event, tick: y(day), x: format.axis - (format.isMirrored ? -1 : 1) * free * markSize, y: y(day) }
  })
}
