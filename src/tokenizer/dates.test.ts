import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayWords, julianOf, takeDays } from './dates.ts'

test('a day is read in every form in which people type one', () => {
  for (const query of ['7 November 1917', 'November 7, 1917', 'nov 7th 1917', '7th of November 1917', '1917-11-07', '7.11.1917', '07/11/1917']) {
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

test('the Julian calendar is twelve days behind in the nineteenth century and thirteen in the twentieth', () => {
  assert.deepEqual(julianOf('1917-11-07'), { year: 1917, month: 10, day: 25 })
  assert.deepEqual(julianOf('1917-03-08'), { year: 1917, month: 2, day: 23 })
  assert.deepEqual(julianOf('1825-12-26'), { year: 1825, month: 12, day: 14 })
  assert.deepEqual(julianOf('1900-03-13'), { year: 1900, month: 2, day: 29 })
  assert.deepEqual(julianOf('1918-01-13'), { year: 1917, month: 12, day: 31 })
})

test('a day is looked up with its year or without', () => {
  assert.deepEqual(dayWords({ year: 1917, month: 11, day: 7 }), ['xdy19171107', 'xdm1107'])
})
