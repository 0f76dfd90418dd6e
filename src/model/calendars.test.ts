import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAfter, dayOf, periodsOf } from './calendars.ts'

test('the same day has the same number in both calendars', () => {
  for (const [julian, gregorian] of [
    ['1917-10-25', '1917-11-07'],
    ['1918-01-31', '1918-02-13'],
    ['1900-02-28', '1900-03-12'],
    ['1900-02-29', '1900-03-13'],
    ['1699-12-31', '1700-01-10'],
  ] as const) {
    assert.equal(dayOf(julian, 'julian'), dayOf(gregorian, 'gregorian'), julian)
  }
  assert.equal(dayOf('1970-01-01', 'gregorian'), 0)
})

test('a date ends with its day, month or year', () => {
  assert.equal(dayAfter('1917-12-31', 'gregorian'), dayOf('1918-01-01', 'gregorian'))
  assert.equal(dayAfter('1917-12', 'julian'), dayOf('1918-01', 'julian'))
  assert.equal(dayAfter('1900', 'julian') - dayOf('1900', 'julian'), 366)
})

test('the periods of a span follow one another without a gap and are cut to it', () => {
  for (const calendar of ['julian', 'gregorian'] as const) {
    for (const months of [1, 12]) {
      const [from, to] = [dayOf('1915-06-20', 'gregorian'), dayOf('1917-03-05', 'gregorian')]
      const periods = periodsOf(calendar, from, to, months)
      assert.equal(periods[0]?.from, from)
      assert.equal(periods.at(-1)?.to, to)
      for (const [i, period] of periods.slice(1).entries()) assert.equal(period.from, periods[i]?.to)
    }
  }
})

test('a year of months is twelve months that begin with January', () => {
  const year = periodsOf('julian', dayOf('1900', 'julian'), dayAfter('1900', 'julian'), 1)
  assert.deepEqual(
    year.map(({ month }) => month),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  )
  assert.equal((year[1]?.to ?? 0) - (year[1]?.from ?? 0), 29)
})
