import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startOfFile } from '../diagnostics/diagnostic.ts'
import type { WrittenDate } from '../model/calendar-date.ts'
import { checkDate, julianToGregorian } from './dates.ts'

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
    assert.equal(julianToGregorian(julian), gregorian)
  })
}

test('a month or a year alone is the same in both styles', () => {
  assert.equal(julianToGregorian('1917-10'), '1917-10')
  assert.equal(julianToGregorian('1917'), '1917')
})

const reform = '1918-02-14'

const check = (written: WrittenDate) => checkDate(written, reform, 'timeline.yaml', startOfFile)

const codeOf = (written: WrittenDate) => {
  const checked = check(written)
  return 'diagnostic' in checked ? checked.diagnostic.code : undefined
}

test('a day in one calendar is kept with its new style', () => {
  assert.deepEqual(check({ julian: '1917-10-25' }), { date: { precision: 'day', gregorian: '1917-11-07', julian: '1917-10-25' } })
  assert.deepEqual(check({ gregorian: '1924-01-21' }), { date: { precision: 'day', gregorian: '1924-01-21' } })
})

test('a month, a year and a date that is only about right stay what they are', () => {
  assert.deepEqual(check({ julian: '1903-08' }), { date: { precision: 'month', gregorian: '1903-08', julian: '1903-08' } })
  assert.deepEqual(check({ gregorian: '1922' }), { date: { precision: 'year', gregorian: '1922' } })
  assert.deepEqual(check({ gregorian: '1922', approximate: true }), { date: { precision: 'year', gregorian: '1922', approximate: true } })
})

test('a day in both calendars must be the same day', () => {
  assert.deepEqual(check({ julian: '1917-10-25', gregorian: '1917-11-07' }), check({ julian: '1917-10-25' }))
  assert.equal(codeOf({ julian: '1917-10-25', gregorian: '1917-11-08' }), 'date-calendar-mismatch')
})

test('29 February exists in old style every fourth year, in new style not in 1900', () => {
  assert.equal(codeOf({ julian: '1900-02-29' }), undefined)
  assert.equal(codeOf({ gregorian: '1900-02-29' }), 'date-invalid')
  assert.equal(codeOf({ gregorian: '2000-02-29' }), undefined)
  assert.equal(codeOf({ julian: '1917-02-29' }), 'date-invalid')
  assert.equal(codeOf({ gregorian: '1917-02-29' }), 'date-invalid')
})

test('days and months that do not exist are not dates', () => {
  for (const date of ['1917-00', '1917-13', '1917-04-31', '1917-10-00', '1917-10-32', '1917-02-30']) {
    assert.equal(codeOf({ julian: date }), 'date-invalid', date)
    assert.equal(codeOf({ gregorian: date }), 'date-invalid', date)
  }
})

test('the last day of the old style is the one before the reform', () => {
  assert.equal(codeOf({ julian: '1918-01-31' }), undefined)
  assert.equal(codeOf({ julian: '1918-02-01' }), 'date-after-reform')
  assert.equal(codeOf({ gregorian: '1918-02-14' }), undefined)
})

test('where no reform is named any day may be old style', () => {
  assert.deepEqual(checkDate({ julian: '1923-02-15' }, undefined, 'timeline.yaml', startOfFile), {
    date: { precision: 'day', gregorian: '1923-02-28', julian: '1923-02-15' },
  })
})
