import { minutesOf, type TimeOfDay } from '../../model/dates/clock.ts'
import { extentOf } from '../../model/dates/date-extent.ts'
import type { Event, ShownDate } from '../../model/series.ts'

/** An event whose time is known, at its minute of the day. */
export type Moment = {
  readonly event: Event
  readonly time: TimeOfDay
  readonly minute: number
  /** Which of the lanes it stands in, from 0. */
  readonly lane: number
}

/** A day that is told by the hour, its moments in their order. */
export type HoursDay = { readonly day: string; readonly shown: ShownDate; readonly moments: readonly Moment[] }

/** Who acts in a lane: a term by its id; nothing for all who have no lane of their own. */
export type Lane = string | undefined

/** As many as there are shapes to tell them by. */
const mostLanes = 7

/**
 * The lanes of the events whose time is known: those who act, in the order in which they come in. Where they are more than
 * there are shapes for, those who act seldom share the last lane with the acts of nobody in particular.
 */
export function lanesOf(events: readonly Event[]): readonly Lane[] {
  const acts = new Map<Lane, number>()
  for (const { by } of inOrder(events)) acts.set(by, (acts.get(by) ?? 0) + 1)
  const named = [...acts.keys()].filter((by) => by !== undefined)
  const hasOthers = acts.has(undefined) || named.length > mostLanes
  const room = hasOthers ? mostLanes - 1 : mostLanes
  const busiest = new Set([...named].sort((a, b) => (acts.get(b) ?? 0) - (acts.get(a) ?? 0)).slice(0, room))
  return [...named.filter((by) => busiest.has(by)), ...(hasOthers ? [undefined] : [])]
}

/** The days told by the hour, in the calendar in which they are dated. */
export function hoursDays(events: readonly Event[], lanes: readonly Lane[]): readonly HoursDay[] {
  const days = Map.groupBy(inOrder(events), ({ date }) => date.julian ?? date.gregorian)
  return [...days].map(([day, ofDay]) => ({
    day,
    shown: ofDay[0]?.shown ?? { text: day, isDual: false },
    moments: ofDay.flatMap((event): Moment[] =>
      event.time ? [{ event, time: event.time, minute: minutesOf(event.time.from), lane: laneOf(event, lanes) }] : [],
    ),
  }))
}

function laneOf({ by }: Event, lanes: readonly Lane[]): number {
  const own = lanes.indexOf(by)
  return own === -1 ? lanes.length - 1 : own
}

const inOrder = (events: readonly Event[]): Event[] => events.filter(({ time }) => time !== undefined).sort((a, b) => whenOf(a) - whenOf(b))

/** When an event begins, in minutes: what has no time begins with its day. */
export const whenOf = ({ date, time }: Event) => extentOf(date).from * 1440 + (time === undefined ? 0 : minutesOf(time.from))
