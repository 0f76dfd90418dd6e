import assert from 'node:assert/strict'
import { test } from 'node:test'
import { count, nounFor } from './counts.ts'

test('none, one and many are counted as they are said', () => {
  assert.deepEqual(
    [0, 1, 2, 21, 2041].map((amount) => count(amount, 'note')),
    ['no notes', '1 note', '2 notes', '21 notes', '2,041 notes'],
  )
  assert.equal(count(2041, 'word', 'de'), '2.041 words')
  assert.deepEqual(
    [0, 1, 2].map((amount) => nounFor(amount, 'dated event')),
    ['dated events', 'dated event', 'dated events'],
  )
})
