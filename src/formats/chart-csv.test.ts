import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Chart } from '../model/series.ts'
import { writeChartCsv } from './chart-csv.ts'

const about = { id: 'oil', title: 'Oil', description: 'Oil burned.', sources: [] }

test('writes low and high of ranges, and which are only about right', () => {
  const rows = [
    { label: 'March, by “the” book', low: 3, high: { about: 5 } },
    { label: 'April, again', low: 4, high: 4, note: 'a "guess"' },
  ]
  assert.equal(
    writeChartCsv({ ...about, kind: 'ranges', unit: 'barrels', rows } as unknown as Chart),
    'label,low,high,approximate,note\r\n"March, by “the” book",3,5,high,\r\n"April, again",4,4,,"a ""guess"""\r\n',
  )
})

test('writes answers as words, and no word as a formula', () => {
  const rows = [{ label: '=HYPERLINK()', answers: ['yes', 'unasked'] }]
  assert.equal(
    writeChartCsv({ ...about, kind: 'answers', questions: ['Lit?', 'By whom?'], rows } as unknown as Chart),
    "label,Lit?,By whom?\r\n'=HYPERLINK(),yes,unasked\r\n",
  )
})
