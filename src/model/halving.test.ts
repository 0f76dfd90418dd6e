import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastWhere } from './halving.ts'

test('the last place is found at which something holds', () => {
  for (const count of [1, 2, 3, 10, 1000]) {
    for (const last of [0, 1, count >> 1, count - 2, count - 1].filter((at) => at >= 0 && at < count)) {
      assert.equal(
        lastWhere(count, (at) => at <= last),
        last,
      )
    }
  }
})

test('where it holds nowhere, or there is no place, the answer is the first', () => {
  assert.equal(
    lastWhere(5, () => false),
    0,
  )
  assert.equal(
    lastWhere(0, () => true),
    0,
  )
})

test('it asks as often as halving needs to', () => {
  let asked = 0
  lastWhere(1024, (at) => {
    asked += 1
    return at <= 700
  })
  assert.ok(asked <= 10)
})
