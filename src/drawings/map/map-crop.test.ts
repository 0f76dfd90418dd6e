import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mapFileSchema } from '../../model/files/place-file.ts'
import type { MapPlace } from '../../model/series.ts'
import { cropMap } from './map-crop.ts'

const map = mapFileSchema.parse({
  title: 'A city',
  description: 'A river and a street.',
  note: 'Drawn by hand.',
  bounds: [30.2, 59.9, 30.5, 60.0],
  water: [{ outline: Array.from({ length: 200 }, (_, i) => [30.2 + i / 700, 59.93 + (i % 2) / 100]) }],
})

const placeAt = (longitude: number, latitude: number, tolerance = 100): MapPlace => ({
  id: `at-${longitude}`,
  name: 'A place',
  latitude,
  longitude,
  tolerance,
  extent: 'point',
  text: 'There.',
  sources: [],
  href: '/places/#a',
  events: [],
})

test('a place is in the middle of its crop, and at the edge of the map where there is no more ground', () => {
  const middle = cropMap(map, placeAt(30.35, 59.95), [])
  assert.ok(middle)
  assert.deepEqual(
    middle.point.map((part) => Math.round(part)),
    [middle.ground.width / 2, middle.ground.height / 2],
  )
  const corner = cropMap(map, placeAt(30.2, 60.0), [])
  assert.deepEqual(
    corner?.point.map((part) => Math.abs(Math.round(part))),
    [0, 0],
  )
})

test('the ground is that of the crop, not of the whole map', () => {
  const farNorth = cropMap(map, placeAt(30.35, 59.995), [])
  assert.equal(farNorth?.ground.water, '')
})

test('the circle in which the true place lies is in it whole, as far as there is map', () => {
  const vague = cropMap(map, placeAt(30.35, 59.95, 2_000), [])
  assert.ok(vague && vague.ring * 2 < vague.ground.height, `${vague?.ring}`)
  const anywhere = cropMap(map, placeAt(30.35, 59.95, 500_000), [])
  assert.equal(anywhere?.ground.width, vague.ground.width)
})

test('of other places those are shown that lie in it; a place beyond the map has no crop', () => {
  const place = placeAt(30.35, 59.95)
  assert.equal(cropMap(map, place, [place, placeAt(30.36, 59.95), placeAt(30.5, 59.9)])?.others.length, 1)
  assert.equal(cropMap(map, placeAt(37.6, 55.75), []), undefined)
})
