import assert from 'node:assert/strict'
import { test } from 'node:test'
import { count } from './counts.ts'

test('none, one and many are counted as they are said', () => {
  assert.deepEqual(
    [0, 1, 2, 21, 2041].map((amount) => count(amount, 'link')),
    ['no links', '1 link', '2 links', '21 links', '2,041 links'],
  )
})
