import { scaleLinear, scaleLog } from 'd3-scale'
import type { ChartFile, Figure } from '../model/chart-file.ts'
import { breakLines, widthOf } from './lettering.ts'
import { round } from './paths.ts'

export type Shares = Extract<ChartFile, { kind: 'shares' }>
export type Ranges = Extract<ChartFile, { kind: 'ranges' }>

/** Writes a figure in the language of the series: “79,204”, “about 900”. */
export type Format = (figure: Figure) => string

/** A chart drawn for a width, in units that are CSS pixels where it has the room. */
export type ChartDrawing = {
  readonly width: number
  readonly height: number
  readonly texts: readonly ChartText[]
  readonly bars: readonly Bar[]
  /** Upright lines behind the bars. */
  readonly lines: readonly { readonly kind: 'half' | 'tick'; readonly x: number; readonly top: number; readonly bottom: number }[]
  readonly scale: 'shares' | 'linear' | 'logarithmic'
}

export type ChartText = {
  readonly kind: 'label' | 'total' | 'inside' | 'beside' | 'tick'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Which share a number inside a bar belongs to, from 0. */
  readonly share?: number
}

/** A share of a row, from 0; a range; or the one figure on which all agree. */
export type Bar = {
  readonly kind: 'share' | 'range' | 'point'
  readonly share?: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Sizes of type, shared with the style sheet. */
const [labelSize, numberSize, leading] = [19, 17, 21]
const rowGap = 16

export const numberOf = (figure: Figure): number => (typeof figure === 'number' ? figure : figure.about)

/** What a row adds up to, as far as its values are known; about right where one of them is. */
export function totalOf(values: readonly (Figure | null)[]): Figure {
  const known = values.filter((value) => value !== null)
  const total = known.reduce<number>((sum, value) => sum + numberOf(value), 0)
  return known.every((value) => typeof value === 'number') ? total : { about: total }
}

/** Rows of bars of one length, divided by shares of what is known, with a line at the half. */
export function drawShares({ rows }: Shares, width: number, format: Format): ChartDrawing {
  const barHeight = 30
  const texts: ChartText[] = []
  const bars: Bar[] = []
  let y = 0
  const top = y
  for (const { label, values } of rows) {
    const total = totalOf(values)
    const inAll = `of ${format(total)}`
    const lines = breakLines(label, labelSize, width - widthOf(inAll, numberSize) - 16)
    texts.push(...lines.map((text, i) => ({ kind: 'label' as const, text, x: 0, y: y + 17 + i * leading, anchor: 'start' as const })))
    const baseLine = y + 17 + (lines.length - 1) * leading
    texts.push({ kind: 'total', text: inAll, x: width, y: baseLine, anchor: 'end' })
    y = baseLine + 8
    const scale = scaleLinear([0, numberOf(total)], [0, width])
    let [sum, taken, isOutside] = [0, 0, false]
    for (const [share, value] of values.entries()) {
      if (value === null || numberOf(value) === 0) continue
      const [start, end] = [scale(sum), scale(sum + numberOf(value))]
      sum += numberOf(value)
      bars.push({ kind: 'share', share, x: round(start), y, width: round(end - start), height: barHeight })
      const text = format(value)
      const room = widthOf(text, numberSize)
      if (room + 10 <= end - start) {
        texts.push({ kind: 'inside', share, text, x: round((start + end) / 2), y: y + 21, anchor: 'middle' })
        continue
      }
      // Too narrow for its number, which stands under it, kept clear of the one before and of the edge.
      const middle = Math.min(width - room / 2, Math.max(taken + room / 2, (start + end) / 2))
      texts.push({ kind: 'beside', text, x: round(middle), y: y + barHeight + 17, anchor: 'middle' })
      ;[taken, isOutside] = [middle + room / 2 + 8, true]
    }
    y += barHeight + (isOutside ? 20 : 0) + rowGap
  }
  const bottom = y - rowGap + 6
  return { width, height: bottom, texts, bars, lines: [{ kind: 'half', x: width / 2, top, bottom }], scale: 'shares' }
}

/**
 * Rows of bars from the lowest to the highest figure on one scale: linear, so that lengths can be compared, but
 * logarithmic where the largest figure is over a hundred times the smallest and the small ones could not be told apart.
 */
export function drawRanges({ rows }: Ranges, width: number, format: Format): ChartDrawing {
  const barHeight = 14
  const [smallest, largest] = [Math.min(...rows.map(({ low }) => numberOf(low))), Math.max(...rows.map(({ high }) => numberOf(high)))]
  const isLinear = smallest <= 0 || largest / smallest <= 100
  const scale = isLinear ? scaleLinear([0, largest], [0, width - 8]) : scaleLog([smallest / 1.5, largest], [0, width - 8])
  const texts: ChartText[] = []
  const bars: Bar[] = []
  let y = 0
  for (const { label, low, high } of rows) {
    const lines = breakLines(label, labelSize, width)
    texts.push(...lines.map((text, i) => ({ kind: 'label' as const, text, x: 0, y: y + 17 + i * leading, anchor: 'start' as const })))
    y += 17 + (lines.length - 1) * leading + 9
    const [start, end] = [scale(numberOf(low)), scale(numberOf(high))]
    bars.push({ kind: start === end ? 'point' : 'range', x: round(start), y, width: round(end - start), height: barHeight })
    texts.push(...writeEnds(format(low), format(high), start, end, width).map((text) => ({ kind: 'beside' as const, y: y + 13, ...text })))
    y += barHeight + rowGap - 2
  }
  const ticks = scale.ticks(width < 480 ? 3 : 5).filter((tick) => isLinear || /^10*$/u.test(String(tick)))
  texts.push(...ticks.map((tick) => tickText(format(tick), scale(tick), y + 15, width)))
  const lines = ticks.map((tick) => ({ kind: 'tick' as const, x: round(scale(tick)), top: 0, bottom: y }))
  return { width, height: y + 20, texts, bars, lines, scale: isLinear ? 'linear' : 'logarithmic' }
}

/** Both figures at their ends of the bar where there is room; else together on the side that has it. */
function writeEnds(low: string, high: string, start: number, end: number, width: number): Pick<ChartText, 'text' | 'x' | 'anchor'>[] {
  const gap = 8
  const both = low === high ? low : `${low}–${high}`
  const fitsLeft = start - gap - widthOf(low, numberSize) >= 0
  const fitsRight = end + gap + widthOf(high, numberSize) <= width
  if (low !== high && fitsLeft && fitsRight) {
    return [
      { text: low, x: round(start - gap), anchor: 'end' },
      { text: high, x: round(end + gap), anchor: 'start' },
    ]
  }
  if (end + gap + widthOf(both, numberSize) <= width) return [{ text: both, x: round(end + gap), anchor: 'start' }]
  return [{ text: both, x: round(start - gap), anchor: 'end' }]
}

function tickText(text: string, x: number, y: number, width: number): ChartText {
  const half = widthOf(text, 15) / 2
  if (x - half < 0) return { kind: 'tick', text, x: 0, y, anchor: 'start' }
  return x + half > width ? { kind: 'tick', text, x: width, y, anchor: 'end' } : { kind: 'tick', text, x: round(x), y, anchor: 'middle' }
}
