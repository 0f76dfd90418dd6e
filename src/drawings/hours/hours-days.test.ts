import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Event } from '../../model/series.ts'
import { hoursDays, lanesOf } from './hours-days.ts'

const event = (day: string, from?: string, by?: string) =>
  ({ id: `${day}-${from ?? ''}`, date: { gregorian: day }, ...(from && { time: { from } }), ...(by && { by }) }) as unknown as Event

test('gives whoever acts a lane, in the order in which they come in', () => {
  const events = [event('1900-01-01', '09:00', 'guild'), event('1900-01-01', '08:00', 'keepers'), event('1900-01-01')]
  assert.deepEqual(lanesOf(events), ['keepers', 'guild'])
})

test('puts those who act seldom into one lane with the acts of nobody', () => {
  const busy = Array.from({ length: 6 }, (_, i) => [event('1900-01-01', '09:00', `b${i}`), event('1900-01-01', '10:00', `b${i}`)]).flat()
  const lanes = lanesOf([...busy, event('1900-01-01', '11:00', 'x'), event('1900-01-01', '12:00', 'y')])
  assert.deepEqual(lanes, ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', undefined])
})

test('parts days, and leaves out what has no time', () => {
  const events = [event('1900-01-02', '00:30', 'guild'), event('1900-01-01', '23:00', 'guild'), event('1900-01-02')]
  const days = hoursDays(events, lanesOf(events))
  assert.deepEqual(
    days.map(({ day, moments }) => [day, moments.map(({ minute, lane }) => [minute, lane])]),
    [
      ['1900-01-01', [[1380, 0]]],
      ['1900-01-02', [[30, 0]]],
    ],
  )
})
