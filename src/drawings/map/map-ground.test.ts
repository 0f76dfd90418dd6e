import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { mapFileSchema, placesFileSchema } from '../../model/files/place-file.ts'
import { distanceTo, type Point } from '../boxes.ts'
import { drawGround } from './map-ground.ts'

const content = process.env.PAMPHLET_CONTENT ?? 'content'
const hasMap = ['map.yaml', 'places.yaml'].every((name) => existsSync(join(content, name)))
const read = (name: string): unknown => parse(readFileSync(join(content, name), 'utf8'))

test('the bridges of the manuscript lead from land to land over water', { skip: !hasMap }, () => {
  const map = mapFileSchema.parse(read('map.yaml'))
  const isWater = (point: Point) =>
    map.water.some(({ outline }) => isIn(point, outline)) && !map.land.some(({ outline }) => isIn(point, outline))
  for (const { name, line } of map.bridges) {
    const [from, to] = [line[0] as Point, line.at(-1) as Point]
    assert.deepEqual([from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const, to].map(isWater), [false, true, false], name)
  }
})

test('a place that bears the name of a bridge is where the bridge is drawn', { skip: !hasMap }, () => {
  const map = mapFileSchema.parse(read('map.yaml'))
  const ground = drawGround(map, map.bounds, 1000)
  for (const { name, longitude, latitude, tolerance } of placesFileSchema.parse(read('places.yaml'))) {
    const bridge = map.bridges.find((candidate) => candidate.name === name)
    if (!bridge) continue
    const [from, to] = [bridge.line[0] as Point, bridge.line.at(-1) as Point].map((point) => ground.project(...point)) as [Point, Point]
    assert.ok(distanceTo([from, to], ground.project(longitude, latitude)) <= ground.metres(tolerance, latitude), name)
  }
})

test('a point goes to the drawing and back', () => {
  const empty = mapFileSchema.parse({ title: 'A', description: 'B', note: 'C', bounds: [20, 40, 21, 41], water: [] })
  const ground = drawGround(empty, empty.bounds, 500)
  const [longitude, latitude] = ground.unproject(ground.project(20.25, 40.5))
  assert.ok(Math.abs(longitude - 20.25) < 1e-9 && Math.abs(latitude - 40.5) < 1e-9)
  assert.equal(Math.round(Math.hypot(...ground.project(20, 41))), 0)
  assert.equal(Math.round(ground.project(21, 40)[0]), 500)
  // A degree of latitude is 111.2 km long and, at 40 degrees, a quarter longer than one of longitude.
  assert.ok(Math.abs(ground.metres(111_195 * Math.cos((40.5 * Math.PI) / 180), 40.5) - 500) < 0.5)
})

/** By counting the sides a line to the east crosses. */
function isIn([x, y]: Point, outline: readonly Point[]): boolean {
  const sides = outline.map((corner, i) => [corner, outline[(i + 1) % outline.length] as Point] as const)
  return sides.filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)).length % 2 === 1
}
