import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../locales/words.ts'
import { widthOf } from '../lettering.ts'
import { type ChartDrawing, type ChartText, chartMeasures, type Format, numberOf, type Ranges, type Shares, totalOf } from './chart.ts'
import { drawRanges } from './chart-ranges.ts'
import { drawShares } from './chart-shares.ts'

const words = wordsOf({ language: 'en-GB' })

const format: Format = (figure) => `${typeof figure === 'number' ? '' : 'about '}${numberOf(figure).toLocaleString('en-GB')}`

const shares: Shares = {
  kind: 'shares',
  title: 'Votes',
  description: 'Three votes.',
  series: ['For', 'Against', 'Abstaining'],
  rows: [
    { label: 'A question with a name so long that it needs more than one line of a telephone', values: [{ about: 900 }, 4, null] },
    { label: 'Nearly even', values: [519, 414, 67] },
    { label: 'Small shares side by side', values: [980, 11, 9] },
    { label: 'The same number twice', values: [4, 900, 4] },
    { label: 'All of one mind', values: [12, 0, 0] },
  ],
  sources: [],
}

const ranges: Ranges = {
  kind: 'ranges',
  title: 'Members',
  description: 'Five counts.',
  unit: 'Members',
  rows: [
    { label: 'First', low: 10_000, high: 24_000 },
    { label: 'Close', low: 79_000, high: 80_000 },
    { label: 'Wide', low: 115_000, high: { about: 300_000 } },
    { label: 'Far', low: 400_000, high: 720_000 },
    { label: 'One', low: 732_521, high: 732_521 },
  ],
  sources: [],
}

const { label, number, tick } = chartMeasures
const sizes = { label, total: number, inside: number, beside: number, tick } satisfies Record<ChartText['kind'], number>

function extentOf({ text, kind, x, anchor }: ChartText): [number, number] {
  const width = widthOf(text, sizes[kind])
  const start = { start: x, middle: x - width / 2, end: x - width }[anchor]
  return [start, start + width]
}

function assertLegible({ width, height, texts }: ChartDrawing) {
  for (const text of texts) {
    const [start, end] = extentOf(text)
    assert.ok(start >= -1 && end <= width + 1, `“${text.text}” reaches from ${start} to ${end} of ${width}`)
    assert.ok(text.y > 0 && text.y <= height, `“${text.text}” stands outside`)
    for (const other of texts) {
      if (other === text || Math.abs(other.y - text.y) >= 15) continue
      const [otherStart, otherEnd] = extentOf(other)
      assert.ok(end <= otherStart || otherEnd <= start, `“${text.text}” lies on “${other.text}”`)
    }
  }
}

for (const width of [640, 324]) {
  test(`no text of a chart ${width} wide leaves it or lies on another`, () => {
    assertLegible(drawShares(shares, width, format, words))
    assertLegible(drawRanges(ranges, width, format))
  })

  test(`the shares of each row fill a bar ${width} wide in their proportions`, () => {
    const { bars } = drawShares(shares, width, format, words)
    const rows = [...Map.groupBy(bars, ({ y }) => y).values()]
    assert.equal(rows.length, shares.rows.length)
    for (const row of rows) {
      assert.equal(Math.round(row.reduce((sum, bar) => sum + bar.width, 0)), width)
      for (const [i, bar] of row.slice(1).entries()) assert.ok(Math.abs(bar.x - (row[i]?.x ?? 0) - (row[i]?.width ?? 0)) <= 0.11)
    }
    assert.ok(Math.abs((rows[1]?.[0]?.width ?? 0) - 0.519 * width) < 0.1)
  })

  test(`no number in a bar ${width} wide has the line of the half run through it`, () => {
    const { texts, lines } = drawShares(shares, width, format, words)
    for (const text of texts.filter(({ kind }) => kind === 'inside')) {
      const [start, end] = extentOf(text)
      for (const { x, top, bottom } of lines.filter((line) => text.y > line.top && text.y < line.bottom)) {
        assert.ok(x <= start || x >= end, `the line from ${top} to ${bottom} crosses “${text.text}”`)
      }
    }
  })

  test(`both ends of every range are written and every bar ${width} wide can be seen`, () => {
    const { texts, bars } = drawRanges(ranges, width, format)
    const written = texts.filter(({ kind }) => kind === 'beside').map(({ text }) => text)
    for (const { low, high } of ranges.rows) {
      for (const end of [low, high])
        assert.ok(
          written.some((text) => text.split('–').includes(format(end))),
          `${format(end)} is missing`,
        )
    }
    assert.ok(bars.every((bar) => bar.width >= 3 && bar.x >= 0 && bar.x + bar.width <= width))
  })
}

test('a total leaves out what is not known and is rounded where a value is only about right', () => {
  assert.equal(totalOf([505, 165, null]), 670)
  assert.deepEqual(totalOf([{ about: 900 }, 4, null]), { about: 900 })
  assert.deepEqual(totalOf([279, 115, { about: 50 }]), { about: 440 })
})

test('a scale is linear unless the largest figure is over a hundred times the smallest', () => {
  assert.equal(drawRanges(ranges, 640, format).scale, 'linear')
  const vast = { ...ranges, rows: [...ranges.rows, { label: 'Few', low: 40, high: 90 }] }
  const drawing = drawRanges(vast, 640, format)
  assert.equal(drawing.scale, 'logarithmic')
  assertLegible(drawing)
  assert.equal(drawRanges({ ...ranges, rows: [{ label: 'None', low: 0, high: 9 }] }, 640, format).scale, 'linear')
})
