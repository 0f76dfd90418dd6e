import type { TimeOfDay } from '../../model/dates/clock.ts'
import { breakLines } from '../lettering.ts'
import type { HoursDay, Moment } from './hours-days.ts'

/** Measures of a drawing by the hour, in its units, about CSS pixels. */
export type HoursFormat = {
  readonly name: 'narrow' | 'wide'
  readonly width: number
  /** Width of the column of hours. */
  readonly hours: number
  /** Size of type, and distance of two lines. */
  readonly size: number
  readonly leading: number
}

export const hoursFormats = {
  narrow: { name: 'narrow', width: 344, hours: 40, size: 15, leading: 16 },
  wide: { name: 'wide', width: 976, hours: 48, size: 15.5, leading: 17 },
} as const satisfies Record<string, HoursFormat>

/** An hour of the day; `isPause` where hours in which nothing is known to have happened are left out. */
export type HourRow = { readonly y: number; readonly height: number; readonly hour: number; readonly isPause: boolean }

export type HourLabel = {
  readonly moment: Moment
  /** Where its shape stands. */
  readonly x: number
  readonly y: number
  /** Where its words begin, and the first of their lines. */
  readonly words: number
  readonly baseline: number
  readonly time: string
  readonly lines: readonly string[]
  /** A link covers this much. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** A day drawn as a clock: hours run down, whoever acts has a lane. */
export type HoursSheet = {
  readonly format: HoursFormat
  readonly height: number
  readonly top: number
  readonly rows: readonly HourRow[]
  /** Where the lanes run; with the room of each, where words stand in them. */
  readonly lanes: readonly number[]
  readonly laneWidth: number
  /** Whether words stand in the lanes; otherwise they stand beside all of them. */
  readonly isInLanes: boolean
  readonly labels: readonly HourLabel[]
}

/** A lane is at least so wide for words to stand in it. */
const leastLane = 124
const dotLane = 15
const leastRow = 20
const pauseRow = 16
const labelGap = 7
/** So much lower stands whatever comes later, in whichever lane. */
const step = 5

/** @param write says a time: “about 03:30” */
export function drawHours({ moments }: HoursDay, laneCount: number, format: HoursFormat, write: (time: TimeOfDay) => string): HoursSheet {
  const room = (format.width - format.hours) / Math.max(1, laneCount)
  const isInLanes = room >= leastLane
  const laneWidth = isInLanes ? room : dotLane
  const lanes = Array.from({ length: laneCount }, (_, i) => format.hours + i * laneWidth + (isInLanes ? 9 : dotLane / 2))
  const beside = format.hours + laneCount * dotLane + 10
  const wordRoom = isInLanes ? laneWidth - 24 : format.width - beside
  const top = isInLanes ? format.leading * 2 + 14 : 14
  const byHour = Map.groupBy(moments, ({ minute }) => Math.floor(minute / 60))
  const rows: HourRow[] = []
  const labels: HourLabel[] = []
  let y = top
  for (const hour of hoursBetween([...byHour.keys()])) {
    const ofHour = byHour.get(hour) ?? []
    const isPause = ofHour.length === 0
    const placed = placeHour(ofHour, { y, lanes, beside, wordRoom, isInLanes }, format, write)
    const height = isPause ? pauseRow : Math.max(leastRow, ...placed.map(({ box }) => box.y + box.height - y))
    // Of hours without an entry that follow one another, one row is drawn.
    if (!isPause || !rows.at(-1)?.isPause) {
      rows.push({ y, height, hour, isPause })
      labels.push(...placed)
      y += height
    }
  }
  return { format, height: y + 2, top, rows, lanes, laneWidth, isInLanes, labels }
}

type Ground = {
  readonly y: number
  readonly lanes: readonly number[]
  readonly beside: number
  readonly wordRoom: number
  readonly isInLanes: boolean
}

/** Words of an hour below one another, in each lane or in the one column, and never above what happened before. */
function placeHour(
  moments: readonly Moment[],
  ground: Ground,
  format: HoursFormat,
  write: (time: TimeOfDay) => string,
): readonly HourLabel[] {
  const free = new Map<number, number>()
  let last = { y: ground.y + 3 - step, minute: -1 }
  return moments.map((moment): HourLabel => {
    const column = ground.isInLanes ? moment.lane : 0
    const y = Math.max(free.get(column) ?? 0, moment.minute > last.minute ? last.y + step : last.y)
    last = { y, minute: moment.minute }
    const lines = breakLines(moment.event.title, format.size, ground.wordRoom)
    const height = (1 + lines.length) * format.leading + labelGap
    free.set(column, y + height)
    const x = ground.lanes[moment.lane] ?? format.hours
    const words = ground.isInLanes ? x + 11 : ground.beside
    return {
      moment,
      x,
      y: y + format.leading * 0.6,
      words,
      baseline: y + format.leading * 0.6 + format.size * 0.34,
      time: write(moment.time),
      lines,
      box: { x: x - 8, y, width: words + ground.wordRoom - x + 8, height: height - 1 },
    }
  })
}

/** Every hour from the first to the last of them. */
function hoursBetween(hours: readonly number[]): number[] {
  const [first, last] = [Math.min(...hours), Math.max(...hours)]
  return hours.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
