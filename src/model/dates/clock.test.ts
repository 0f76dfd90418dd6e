import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minutesOf, timeOfDaySchema } from './clock.ts'

test('reads a time as it is typed', () => {
  assert.deepEqual(timeOfDaySchema.parse('21:40'), { from: '21:40' })
  assert.deepEqual(timeOfDaySchema.parse({ about: '05:00' }), { from: '05:00', isAbout: true })
  assert.deepEqual(timeOfDaySchema.parse({ from: '21:00', to: '01:00' }), { from: '21:00', to: '01:00' })
  assert.deepEqual(timeOfDaySchema.parse({ at: '02:10', otherwise: 'two o’clock' }), { from: '02:10', otherwise: 'two o’clock' })
})

test('refuses what no clock shows', () => {
  for (const typed of ['24:00', '9:30', '12:60', 'noon', { about: '25:00' }])
    assert.equal(timeOfDaySchema.safeParse(typed).success, false, JSON.stringify(typed))
})

test('counts minutes from midnight', () => assert.equal(minutesOf('21:40'), 1300))
