import assert from 'node:assert/strict'
import { test } from 'node:test'
import { densestWindow } from './map-window.ts'

const frame = { x: 0, y: 0, width: 100, height: 100 }

test('the window holds the crowd, with a margin around it', () => {
  const { x, y } = densestWindow(
    [
      [10, 10],
      [60, 70],
      [66, 74],
      [72, 60],
      [95, 5],
    ],
    frame,
    { width: 30, height: 30 },
    5,
  )
  assert.deepEqual([x, y], [51, 52])
})

test('it never reaches over the frame', () => {
  assert.deepEqual(
    densestWindow(
      [
        [98, 2],
        [96, 4],
      ],
      frame,
      { width: 30, height: 30 },
      1,
    ),
    { x: 70, y: 0, width: 30, height: 30 },
  )
})

test('without points it is in the middle', () => {
  assert.deepEqual(densestWindow([], frame, { width: 20, height: 20 }, 1), { x: 40, y: 40, width: 20, height: 20 })
})
