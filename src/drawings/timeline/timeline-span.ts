import type { Words } from '../../locales/words.ts'
import { dayOf, isoOf, numbersOf, periodsOf } from '../../model/dates/calendars.ts'
import { calendarOf, extentOf, givenDate } from '../../model/dates/date-extent.ts'
import type { Event, Series } from '../../model/series.ts'
import { densestSpan } from './densest-span.ts'

/** An event at its place in time, in days; a date without a day stands in the middle of its month, year or span. */
export type PlacedEvent = { readonly event: Event; readonly day: number }

/** Whether a date is a day, a month or a year, and surely so. */
export const isPlain = ({ precision, bound, approximate }: Event['date']): boolean =>
  ['day', 'month', 'year'].includes(precision) && bound === undefined && !approximate

/** What a drawn timeline shows: a span of whole months, years, decades or centuries. */
export type TimelineSpan = {
  /** First day, and first day after it; days are counted from 1 January 1970, Gregorian. */
  readonly from: number
  readonly to: number
  /** Months in a period. */
  readonly months: number
  readonly events: readonly PlacedEvent[]
  /** The first day of the new calendar, where there is one. */
  readonly reform?: number
}

/** The span holds at least so many of the events. */
const share = 0.75
/** Below that there is nothing to see. */
const fewestEvents = 5
const mostPeriods = 24
/** In days. */
const longestAmongMonths = 100

/** The densest span of the events of a series, widened to whole periods; none, where there are too few. */
export function timelineSpan({ events, 'new-calendar': newCalendar }: Pick<Series, 'events' | 'new-calendar'>): TimelineSpan | undefined {
  const all = events.map((event): PlacedEvent => ({ event, day: middleOf(event) })).sort((a, b) => a.day - b.day)
  if (all.length < fewestEvents) return undefined
  const [first, last] = densestSpan(
    all.map(({ day }) => day),
    share,
  )
  const within = all.slice(first, last + 1)
  const [from, to] = [Math.floor(within[0]?.day ?? 0), Math.ceil(within.at(-1)?.day ?? 0)]
  const months = [1, 12, 120, 1200].find((length) => periodsOf('gregorian', from, to, length).length <= mostPeriods) ?? 12_000
  // A year has no place among months, nor has what lasts longer than a season.
  const shown = within.filter(({ event }) => months > 1 || lengthOf(event) < longestAmongMonths)
  const [earliest, latest] = [shown[0], shown.at(-1)]
  if (!earliest || !latest) return undefined
  return {
    from: wholePeriods(earliest, months)[0],
    to: wholePeriods(latest, months)[1],
    months,
    events: shown,
    ...(newCalendar !== undefined && { reform: dayOf(newCalendar, 'gregorian') }),
  }
}

/** “17 events, from February 1917 to March 1918”, in the calendars in which the events are dated. */
export function spanInWords({ events, months }: TimelineSpan, counted: string, words: Words): string {
  const [from, to] = [events[0], events.at(-1)].map((placed, i) => {
    const [year = 0, month = 1] = placed
      ? numbersOf(isPlain(placed.event.date) ? givenDate(placed.event.date) : endOf(placed, i === 0))
      : []
    const format = new Intl.DateTimeFormat(words.locale, {
      ...(months === 1 && { month: 'long' }),
      year: 'numeric',
      ...(year < 1 && { era: 'short' }),
      timeZone: 'UTC',
    })
    return format.format(new Date(0).setUTCFullYear(year, month - 1, 1))
  })
  return from === to || from === undefined || to === undefined
    ? words.say('timeline.inPeriod', { events: counted, period: from ?? '' })
    : words.say('timeline.overPeriod', { events: counted, from, to })
}

/** The first day of an event, or its last. */
function endOf({ event: { date } }: PlacedEvent, isFirst: boolean): string {
  const { from, to } = extentOf(date)
  return isoOf(isFirst ? from : to - 1)
}

function middleOf({ date }: Event): number {
  const { from, to } = extentOf(date)
  return (from + to) / 2
}

function lengthOf({ date }: Event): number {
  const { from, to } = extentOf(date)
  return to - from
}

/** The first day of the period in which an event lies, in its own calendar, and the first day after it. */
function wholePeriods({ event, day }: PlacedEvent, months: number): readonly [number, number] {
  const near = periodsOf(calendarOf(event.date), day - 31 * months - 1, day + 31 * months + 1, months)
  const period = near.find(({ from, to }) => from <= day && day < to)
  return period ? [period.from, period.to] : [Math.floor(day), Math.ceil(day)]
}
