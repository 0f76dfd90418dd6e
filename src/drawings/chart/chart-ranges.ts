import { scaleLinear, scaleLog } from 'd3-scale'
import { widthOf } from '../lettering.ts'
import { round } from '../paths.ts'
import { type Bar, type ChartDrawing, type ChartText, chartMeasures, type Format, numberOf, type Ranges, writeLabel } from './chart.ts'

const { number: numberSize, tick: tickSize, rowGap } = chartMeasures

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
    const name = writeLabel(label, y, width)
    texts.push(...name.texts)
    y = name.baseLine + 9
    const isPoint = numberOf(low) === numberOf(high)
    const [start, end] = [scale(numberOf(low)), scale(numberOf(high))]
    // A range too short to be seen is drawn longer, about its middle; the figures beside it say what it is.
    const reach = Math.max((end - start) / 2, isPoint ? barHeight / 2 : 2)
    const [left, right] = [(start + end) / 2 - reach, (start + end) / 2 + reach]
    bars.push({ kind: isPoint ? 'point' : 'range', x: round(left), y, width: round(right - left), height: barHeight })
    texts.push(...writeEnds(format(low), format(high), left, right, width).map((text) => ({ kind: 'beside' as const, y: y + 13, ...text })))
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
  const half = widthOf(text, tickSize) / 2
  if (x - half < 0) return { kind: 'tick', text, x: 0, y, anchor: 'start' }
  return x + half > width ? { kind: 'tick', text, x: width, y, anchor: 'end' } : { kind: 'tick', text, x: round(x), y, anchor: 'middle' }
}
