import assert from 'node:assert/strict'
import { test } from 'node:test'
import { julianOf } from '../../tokenizer/dates.ts'
import { dayAfter, dayOf, gregorianOf, periodsOf } from './calendars.ts'

/** Old style and new style of days known from history, and the edges of the calendars. */
const pairs = [
  ['1898-03-01', '1898-03-13'],
  ['1899-12-31', '1900-01-12'],
  ['1900-02-28', '1900-03-12'],
  ['1900-02-29', '1900-03-13'],
  ['1900-03-01', '1900-03-14'],
  ['1903-07-17', '1903-07-30'],
  ['1905-01-09', '1905-01-22'],
  ['1905-10-13', '1905-10-26'],
  ['1905-11-10', '1905-11-23'],
  ['1912-01-05', '1912-01-18'],
  ['1912-02-28', '1912-03-12'],
  ['1912-02-29', '1912-03-13'],
  ['1912-04-22', '1912-05-05'],
  ['1914-07-19', '1914-08-01'],
  ['1916-12-31', '1917-01-13'],
  ['1917-02-23', '1917-03-08'],
  ['1917-02-27', '1917-03-12'],
  ['1917-03-02', '1917-03-15'],
  ['1917-04-03', '1917-04-16'],
  ['1917-05-30', '1917-06-12'],
  ['1917-06-18', '1917-07-01'],
  ['1917-07-03', '1917-07-16'],
  ['1917-08-20', '1917-09-02'],
  ['1917-08-31', '1917-09-13'],
  ['1917-10-10', '1917-10-23'],
  ['1917-10-24', '1917-11-06'],
  ['1917-10-25', '1917-11-07'],
  ['1917-10-26', '1917-11-08'],
  ['1917-11-28', '1917-12-11'],
  ['1917-12-19', '1918-01-01'],
  ['1918-01-05', '1918-01-18'],
  ['1918-01-31', '1918-02-13'],
  // The day from which Russia counts in new style, and days of the reforms elsewhere.
  ['1918-02-01', '1918-02-14'],
  ['1582-10-05', '1582-10-15'],
  ['1700-02-28', '1700-03-10'],
  ['1700-02-29', '1700-03-11'],
  ['1752-09-03', '1752-09-14'],
  ['2100-02-28', '2100-03-13'],
] as const

for (const [julian, gregorian] of pairs) {
  test(`${julian} old style is ${gregorian} new style`, () => {
    assert.equal(gregorianOf(julian), gregorian)
    assert.equal(isoOf(julianOf(gregorian)), julian)
  })
}

test('a month or a year alone is the same in both styles', () => {
  assert.equal(gregorianOf('1917-10'), '1917-10')
  assert.equal(gregorianOf('1917'), '1917')
})

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

test('the Julian calendar is twelve days behind in the nineteenth century and thirteen in the twentieth', () => {
  assert.deepEqual(julianOf('1917-11-07'), { year: 1917, month: 10, day: 25 })
  assert.deepEqual(julianOf('1917-03-08'), { year: 1917, month: 2, day: 23 })
  assert.deepEqual(julianOf('1825-12-26'), { year: 1825, month: 12, day: 14 })
  assert.deepEqual(julianOf('1900-03-13'), { year: 1900, month: 2, day: 29 })
  assert.deepEqual(julianOf('1918-01-13'), { year: 1917, month: 12, day: 31 })
})

const isoOf = ({ year, month, day }: { year?: number; month: number; day: number }) =>
  [year ?? 0, month, day].map((number) => String(number).padStart(2, '0')).join('-')
