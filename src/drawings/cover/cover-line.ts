import type { Part } from '../../model/series.ts'
import type { TimelineSpan } from '../timeline/timeline-span.ts'

/** Bars of a line from the left to the right; all in units of the drawing, which is `width` by `height`. */
export type CoverLine = {
  readonly width: number
  readonly height: number
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
}

/** So many bars are told apart on a phone. */
const places = 72
const height = 24
const pitch = 10
const thickness = 6.5

/** The events of a span of time: each bar is a seventy-second of it, and as high as there are events in it. */
export function drawEventsLine({ events, from, to }: TimelineSpan): CoverLine {
  const counts = Array.from({ length: places }, () => 0)
  for (const { day } of events) {
    const place = Math.min(places - 1, Math.max(0, Math.floor(((day - from) / (to - from)) * places)))
    counts[place] = (counts[place] ?? 0) + 1
  }
  return lineOf(counts)
}

/** The text of the parts, where there are no events: each bar is a paragraph, or the longest of some, and a gap ends each part. */
export function drawPartsLine(parts: readonly Pick<Part, 'paragraphs'>[]): CoverLine {
  const shown = parts.filter(({ paragraphs }) => paragraphs.length > 0).slice(0, places / 3)
  const all = shown.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
  const room = places - shown.length + 1
  const lengths = shown.flatMap(({ paragraphs }, i) => {
    const bars = Math.max(1, Math.min(paragraphs.length, Math.round((paragraphs.length / all) * room)))
    const heights = Array.from({ length: bars }, (_, at) => {
      const some = paragraphs.slice(Math.floor((at / bars) * paragraphs.length), Math.floor(((at + 1) / bars) * paragraphs.length))
      return Math.max(1, ...some.map(({ text }) => text.length))
    })
    return i === 0 ? heights : [0, ...heights]
  })
  return lineOf(lengths)
}

/** The highest bar fills the drawing; the others are lower by the root, so that one among many is seen. */
function lineOf(counts: readonly number[]): CoverLine {
  const most = Math.max(1, ...counts)
  const bars = counts.flatMap((count, i) => {
    const high = round(Math.sqrt(count / most) * height)
    return count === 0 ? [] : [{ x: round(i * pitch + (pitch - thickness) / 2), y: round(height - high), width: thickness, height: high }]
  })
  return { width: counts.length * pitch, height, bars }
}

const round = (value: number) => Math.round(value * 100) / 100
