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

test('a day is read in every language that the program speaks', () => {
  for (const query of [
    ...['25. Oktober 1917', '25 octobre 1917', '25 de octubre de 1917', '25 ottobre 1917', '25 de outubro de 1917', '25 октября 1917'],
    ...[
      '25 жовтня 1917',
      '25 października 1917',
      '25 Ekim 1917',
      '25 Οκτωβρίου 1917',
      '25 أكتوبر 1917',
      '25 באוקטובר 1917',
      '1917年10月25日',
    ],
  ])
    assert.deepEqual(takeDays(query, 'en').days, [{ year: 1917, month: 10, day: 25 }], query)
  // “out” is October in Portuguese, when it is short.
  assert.deepEqual(takeDays('2 out of 3', 'en').days, [])
})
