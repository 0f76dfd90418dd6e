import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formsOf } from './answer-request.ts'

test('a page is found under each form of its address', () => {
  for (const path of ['/sub/part-1', '/sub/part-1/', '/sub/part-1/index.html']) assert.ok(formsOf(path).includes('/sub/part-1/'), path)
  for (const path of ['/', '/index.html']) assert.deepEqual(formsOf(path), ['/'])
})

test('a file is looked for by its own name first', () => {
  assert.equal(formsOf('/feed.xml')[0], '/feed.xml')
})
