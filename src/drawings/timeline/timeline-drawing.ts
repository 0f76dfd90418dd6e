import { scaleLinear } from 'd3-scale'
import type { Words } from '../../locales/words.ts'
import { type Calendar, type Period, periodsOf } from '../../model/calendars.ts'
import type { Event } from '../../model/series.ts'
import { breakLines, widthOf } from '../lettering.ts'
import { spreadLabels, type WantedLabel } from '../spread-labels.ts'
import type { TimelineFormat } from './timeline-formats.ts'
import type { PlacedEvent, TimelineSpan } from './timeline-span.ts'

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
export function drawTimeline(span: TimelineSpan, format: TimelineFormat, { locale: language }: Words): TimelineDrawing {
  const { from, to, months, reform, events } = span
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
    periods: shown.map((period, i) => columnPeriod(period, i, y, months, language)),
  })
  const columns = isDual
    ? [
        columnOf('julian', 0, periodsOf('julian', from, Math.min(to, reform), months)),
        columnOf('gregorian', format.width - format.column, periodsOf('gregorian', from, to, months)),
      ]
    : [columnOf('gregorian', 0, periods)]
  const wanted = format.sides.map((side, i) =>
    events.filter((_, k) => k % format.sides.length === i).map((placed) => wantLabel(placed, side, format, y, months, language)),
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
    bands: periods.map((period, i) => columnPeriod(period, i, y, months, language)),
    reform: isDual && reform < to ? y(reform) : undefined,
    labels,
    marks: placeMarks(
      events.filter(({ event }) => !labelled.has(event.id)),
      format,
      y,
    ),
  }
}

type Scale = (day: number) => number

function columnPeriod(period: Period, index: number, y: Scale, months: number, language: string): ColumnPeriod {
  const height = y(period.to) - y(period.from)
  const label = namesOf(period, index === 0, months, language).find((name) => widthOf(name, columnSize) < height - 8)
  return { y: y(period.from), height, label, isShaded: index % 2 === 1 }
}

/** Size of the type in the columns. */
export const columnSize = 12.5

/** Names of a period, the longest first; a month has its year where the year is new. */
function namesOf({ year, month }: Period, isFirst: boolean, months: number, language: string): string[] {
  if (months > 1) return [String(year)]
  const named = (style: 'long' | 'short') =>
    new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1))
  const [long, short] = [named('long'), named('short')]
  return isFirst || month === 1 ? [`${long} ${year}`, `${short} ${year}`, long, short] : [long, short]
}

type WordedLabel = WantedLabel & Omit<EventLabel, 'y' | 'box'>

function wantLabel(
  { event, day }: PlacedEvent,
  side: 'left' | 'right',
  format: TimelineFormat,
  y: Scale,
  months: number,
  language: string,
): WordedLabel {
  const lines = breakLines(event.title, format.size, format.end - format.title)
  return {
    id: event.id,
    event,
    side,
    date: shortDate(event, months, language),
    lines,
    tick: y(day),
    at: y(day),
    height: Math.max(format.leastHeight, lines.length * format.leading + labelGap),
    weight: event.toldIn.length + event.terms.length / 100,
  }
}

/** “25 Oct”, in the calendar in which the date is given; among years, the year. */
function shortDate({ date }: Event, months: number, language: string): string {
  const [year = '', month, day] = (date.julian ?? date.gregorian).split('-')
  if (months > 1 || !month) return String(Number(year))
  // 29 February may exist in the Julian calendar alone, so the name of the day is made in a leap year.
  const format = new Intl.DateTimeFormat(language, { month: 'short', ...(day && { day: 'numeric' }), timeZone: 'UTC' })
  return format.format(Date.UTC(2000, Number(month) - 1, Number(day ?? 1)))
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
    return { event, tick: y(day), x: format.axis - free * markSize, y: y(day) }
  })
}
