import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Point } from '../boxes.ts'
import { smooth } from './smooth.ts'

test('the curve passes through every point of the line', () => {
  const line: Point[] = [
    [0, 0],
    [4, 1],
    [8, 0],
    [12, 2],
  ]
  const curve = smooth(line).map(String)
  for (const point of line) assert.ok(curve.includes(String(point)), String(point))
  assert.ok(curve.length > line.length)
})

test('a straight line stays straight, a corner stays a corner', () => {
  for (const [, y] of smooth([
    [0, 0],
    [1, 0],
    [5, 0],
    [6, 0],
  ]))
    assert.equal(y, 0)
  const corner: Point[] = [
    [0, 0],
    [4, 0],
    [4, 4],
  ]
  assert.deepEqual(smooth(corner), corner)
})

test('a closed line is as round where it begins as elsewhere', () => {
  const ring = [...Array(13).keys()].map(
    (hour): Point => [Math.round(100 * Math.cos((hour * Math.PI) / 6)), Math.round(100 * Math.sin((hour * Math.PI) / 6))],
  )
  for (const [x, y] of smooth(ring)) assert.ok(Math.abs(Math.hypot(x, y) - 100) < 2)
})
