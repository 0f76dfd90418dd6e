import assert from 'node:assert/strict'
import { test } from 'node:test'
import { densestSpan } from './densest-span.ts'

test('what lies far apart on both sides is left out', () => {
  const points = [0, 100, 1000, 1001, 1003, 1004, 1006, 1009, 1010, 1012, 3000]
  assert.deepEqual(densestSpan(points, 0.7), [2, 9])
})

test('what follows as densely as the rest is taken in, though the share is reached', () => {
  const points = Array.from({ length: 20 }, (_, i) => i * 10)
  assert.deepEqual(densestSpan(points, 0.5), [0, 19])
})

test('a single point is a span', () => {
  assert.deepEqual(densestSpan([5], 0.75), [0, 0])
})
