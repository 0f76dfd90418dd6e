import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayWords, takeDays } from './dates.ts'

test('a day is read in every form in which people type one', () => {
  for (const query of [
    '7 November 1917',
    'November 7, 1917',
    'nov 7th 1917',
    '7th of November 1917',
    '1917-11-07',
    '7.11.1917',
    '07/11/1917',
  ]) {
    assert.deepEqual(takeDays(query, 'en'), { days: [{ year: 1917, month: 11, day: 7 }], rest: ' ' }, query)
  }
  assert.deepEqual(takeDays('25 October', 'en').days, [{ month: 10, day: 25 }])
})

test('what is not a day is left', () => {
  for (const query of ['October 1917', '1917', '40 October', '1917-13-01', 'May', '12–34', 'Part 7 Novembers']) {
    assert.deepEqual(takeDays(query, 'en'), { days: [], rest: query }, query)
  }
})

test('words beside a day are left', () => {
  assert.deepEqual(takeDays('Lenin 25 October Smolny', 'en'), { days: [{ month: 10, day: 25 }], rest: 'Lenin   Smolny' })
})

test('a day is looked up with its year or without', () => {
  assert.deepEqual(dayWords({ year: 1917, month: 11, day: 7 }), ['xdy19171107', 'xdm1107'])
})
