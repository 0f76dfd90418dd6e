import { scaleLinear } from 'd3-scale'
import type { Words } from '../../locales/words.ts'
import { widthOf } from '../lettering.ts'
import { round } from '../paths.ts'
import { spreadLabels, type WantedLabel } from '../spread-labels.ts'
import {
  type Bar,
  type ChartDrawing,
  type ChartText,
  chartMeasures,
  type Format,
  numberOf,
  type Shares,
  sumOf,
  totalOf,
  writeLabel,
} from './chart.ts'

const { number: numberSize, rowGap } = chartMeasures

/** Rows of bars of one length, divided by shares of what is known, with a line at the half. */
export function drawShares({ rows }: Shares, width: number, format: Format, words: Words): ChartDrawing {
  const barHeight = 30
  const texts: ChartText[] = []
  const bars: Bar[] = []
  const lines: ChartDrawing['lines'][number][] = []
  const half = width / 2
  let y = 0
  for (const { label, values } of rows) {
    const inAll = words.say('charts.ofTotal', { total: format(totalOf(values)) })
    const name = writeLabel(label, y, width - widthOf(inAll, numberSize) - 16)
    texts.push(...name.texts)
    texts.push({ kind: 'total', text: inAll, x: width, y: name.baseLine, anchor: 'end' })
    y = name.baseLine + 11
    lines.push({ kind: 'half', x: half, top: y - 5, bottom: y + barHeight + 5 })
    const scale = scaleLinear([0, sumOf(values)], [0, width])
    const outside: WantedLabel[] = []
    let sum = 0
    for (const [share, value] of values.entries()) {
      if (value === null || numberOf(value) === 0) continue
      const [start, end] = [scale(sum), scale(sum + numberOf(value))]
      sum += numberOf(value)
      bars.push({ kind: 'share', share, x: round(start), y, width: round(end - start), height: barHeight })
      const text = format(value)
      const [middle, room] = [(start + end) / 2, widthOf(text, numberSize)]
      if (room + 10 <= end - start)
        texts.push({ kind: 'inside', share, text, x: round(besideHalf(middle, room, half)), y: y + 21, anchor: 'middle' })
      else outside.push({ id: String(share), at: middle, height: room + 8, weight: 1 })
    }
    // Numbers that their share is too narrow for stand under it, clear of one another and of the edges.
    for (const [share, x] of spreadLabels(outside, { from: -4, to: width + 4, reach: width })) {
      texts.push({ kind: 'beside', text: format(values[Number(share)] ?? 0), x: round(x), y: y + barHeight + 17, anchor: 'middle' })
    }
    y += barHeight + (outside.length > 0 ? 20 : 0) + rowGap
  }
  return { width, height: y - rowGap + 6, texts, bars, lines, scale: 'shares' }
}

/** The middle of a number, moved to the left where the line at the half would run through it. */
const besideHalf = (middle: number, room: number, half: number) => (Math.abs(middle - half) < room / 2 + 6 ? half - room / 2 - 6 : middle)
