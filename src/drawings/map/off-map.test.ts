import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bearingFrom, isOutside } from './off-map.ts'

const bounds: [number, number, number, number] = [13.3, 52.4, 13.5, 52.6]

test('distance and direction from the middle of the map', () => {
  assert.deepEqual(bearingFrom(bounds, { longitude: 13.4, latitude: 53.5 }), { wind: 'North', kilometres: 111 })
  assert.deepEqual(bearingFrom(bounds, { longitude: 2.35, latitude: 48.86 }), { wind: 'SouthWest', kilometres: 876 })
  assert.deepEqual(bearingFrom(bounds, { longitude: 14.4, latitude: 52.5 }), { wind: 'East', kilometres: 68 })
  assert.deepEqual(bearingFrom(bounds, { longitude: 12.4, latitude: 53.1 }), { wind: 'NorthWest', kilometres: 95 })
})

test('a place on the edge is on the map', () => {
  assert.equal(isOutside(bounds, { longitude: 13.3, latitude: 52.6 }), false)
  assert.equal(isOutside(bounds, { longitude: 13.2999, latitude: 52.5 }), true)
})
