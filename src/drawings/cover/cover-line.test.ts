import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Part } from '../../model/series.ts'
import type { PlacedEvent } from '../timeline/timeline-span.ts'
import { drawEventsLine, drawPartsLine } from './cover-line.ts'

const at = (...days: number[]) => days.map((day) => ({ day }) as PlacedEvent)
const part = (...lengths: number[]) => ({ paragraphs: lengths.map((length) => ({ text: 'x'.repeat(length) })) }) as unknown as Part

test('each event is in a bar at its place in time, and where there are most the bar is highest', () => {
  const { bars, width, height } = drawEventsLine({ from: 0, to: 72, months: 1, events: at(0, 10.5, 10.6, 10.9, 10.1, 71.9, 72) })
  assert.deepEqual(
    bars.map(({ x, height }) => [Math.floor(x / 10), height]),
    [
      [0, height / 2],
      [10, height],
      [71, 16.97],
    ],
  )
  for (const bar of bars) assert.ok(bar.x >= 0 && bar.x + bar.width <= width && bar.y >= 0 && bar.y + bar.height <= height + 0.01)
})

test('without events each paragraph is a bar as high as it is long, and the parts are told apart', () => {
  const { bars, height } = drawPartsLine([part(100, 400), part(25)])
  assert.deepEqual(
    bars.map(({ x, height }) => [Math.floor(x / 10), height]),
    [
      [0, height / 2],
      [1, height],
      [3, height / 4],
    ],
  )
})

test('of many paragraphs some are one bar, and long parts have more of them', () => {
  const { bars, width } = drawPartsLine([part(...Array<number>(300).fill(9)), part(...Array<number>(100).fill(9))])
  const gap = bars.findIndex(({ x }, i) => x - (bars[i - 1]?.x ?? x) > 15)
  assert.ok(gap > 2 * (bars.length - gap) && width <= 730)
})

test('a series of very many parts, and one without words, has a line too', () => {
  assert.ok(drawPartsLine(Array.from({ length: 500 }, () => part(10))).bars.length > 20)
  assert.deepEqual(drawPartsLine([part()]).bars, [])
})
