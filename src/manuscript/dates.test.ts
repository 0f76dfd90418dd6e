import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startOfFile } from '../diagnostics/diagnostic.ts'
import type { WrittenDate } from '../model/dates/calendar-date.ts'
import { checkDate } from './dates.ts'

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

const dateOf = (written: WrittenDate) => {
  const checked = check(written)
  return 'date' in checked ? checked.date : checked.diagnostic.message
}

test('how exact a date is can be read from its form', () => {
  assert.deepEqual(dateOf({ gregorian: '44 BC' }), { precision: 'year', gregorian: '-0043' })
  assert.deepEqual(dateOf({ gregorian: '195x' }), { precision: 'decade', gregorian: '195X' })
  assert.deepEqual(dateOf({ gregorian: '19xx' }), { precision: 'century', gregorian: '19XX' })
  assert.deepEqual(dateOf({ gregorian: '1917-spring' }), { precision: 'season', gregorian: '1917-21' })
  assert.deepEqual(dateOf({ gregorian: '1914/1918' }), { precision: 'span', gregorian: '1914/1918' })
  assert.deepEqual(dateOf({ gregorian: '1917?' }), { precision: 'year', gregorian: '1917', uncertain: true })
  assert.deepEqual(dateOf({ gregorian: '1917~' }), dateOf({ gregorian: '1917', approximate: true }))
  assert.deepEqual(dateOf({ gregorian: '1917', before: true }), { precision: 'year', gregorian: '1917', bound: 'before' })
})

test('days of other calendars stand in the Gregorian one, and both must be the same day', () => {
  assert.deepEqual(dateOf({ julian: '44-03-15 BC' }), { precision: 'day', gregorian: '-0043-03-13', julian: '-0043-03-15' })
  assert.deepEqual(dateOf({ julian: '1917-02-23/1917-02-27' }), {
    precision: 'span',
    gregorian: '1917-03-08/1917-03-12',
    julian: '1917-02-23/1917-02-27',
  })
  assert.deepEqual(dateOf({ republican: '18 brumaire an VIII' }), { precision: 'day', gregorian: '1799-11-09', republican: '8-02-18' })
  assert.equal(codeOf({ hebrew: '5 Iyar 5708', gregorian: '1948-05-14' }), undefined)
  assert.equal(codeOf({ hebrew: '5 Iyar 5708', gregorian: '1948-05-15' }), 'date-calendar-mismatch')
})

test('what cannot be is refused, with a way out', () => {
  const remedyOf = (written: WrittenDate) => {
    const checked = check(written)
    return 'diagnostic' in checked ? checked.diagnostic.remedy : undefined
  }
  assert.match(remedyOf({ gregorian: '0' }) ?? '', /“1 BC”/u)
  assert.match(remedyOf({ gregorian: '1918/1914' }) ?? '', /“1914\/1918”/u)
  assert.match(remedyOf({ hebrew: '6 Adar 5784' }) ?? '', /Adar I/u)
  assert.equal(codeOf({ gregorian: '1917-25' }), 'date-invalid')
  assert.equal(codeOf({ julian: '1918-01-30/1918-02-05' }), 'date-after-reform')
  assert.equal(codeOf({ julian: '44-02-30 BC' }), 'date-invalid')
})
