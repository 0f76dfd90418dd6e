import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Chart } from '../model/series.ts'
import { linkCharts } from './link-charts.ts'

const at = (offset: number) => ({ start: { line: 1, column: 1, offset }, end: { line: 1, column: 2, offset: offset + 1 } })
const charts = ['oil', 'votes', 'never-drawn'].map((id) => ({ id, kind: 'answers' }) as Chart)
const document = (id: string, drawn: readonly (readonly [chart: string, offset: number])[]) => ({
  id,
  facts: {
    sections: [
      { id: 'first', words: [], level: 2, span: at(10) },
      { id: 'second', words: [], level: 2, span: at(30) },
    ],
    charts: drawn.map(([chart, offset]) => ({ chart, span: at(offset) })),
  },
})

test('a chart has the section in which it is drawn first, in a part before a page; one that is drawn nowhere has none', () => {
  const linked = linkCharts(
    charts,
    [document('one', [['oil', 20]])],
    [
      document('about', [
        ['oil', 5],
        ['votes', 40],
      ]),
      document('home', []),
    ],
  )
  assert.deepEqual(
    linked.map(({ href }) => href),
    ['/one/#first', '/about/#second', undefined],
  )
})

test('what stands before the first section has the page', () => {
  assert.deepEqual(
    linkCharts(charts, [], [document('home', [['votes', 3]])]).map(({ href }) => href),
    [undefined, '/', undefined],
  )
})
