import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formsOf, inRange } from './answer-request.ts'

test('a page is found under each form of its address', () => {
  for (const path of ['/sub/part-1', '/sub/part-1/', '/sub/part-1/index.html']) assert.ok(formsOf(path).includes('/sub/part-1/'), path)
  for (const path of ['/', '/index.html']) assert.deepEqual(formsOf(path), ['/'])
})

test('a file is looked for by its own name first', () => {
  assert.equal(formsOf('/feed.xml')[0], '/feed.xml')
})

test('of what is played the bytes are given that are asked for', async () => {
  const asked = async (range: string | null) => {
    const answer = await inRange(new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } }), range)
    return [answer.status, answer.headers.get('content-range'), answer.headers.get('content-type'), await answer.text()]
  }
  assert.deepEqual(await asked('bytes=0-'), [206, 'bytes 0-9/10', 'audio/mpeg', '0123456789'])
  assert.deepEqual(await asked('bytes=2-4'), [206, 'bytes 2-4/10', 'audio/mpeg', '234'])
  assert.deepEqual(await asked('bytes=8-200'), [206, 'bytes 8-9/10', 'audio/mpeg', '89'])
  assert.deepEqual(await asked('bytes=-3'), [206, 'bytes 7-9/10', 'audio/mpeg', '789'])
  assert.deepEqual(await asked('bytes=10-'), [416, 'bytes */10', 'audio/mpeg', ''])
  assert.deepEqual(await asked('bytes=4-2'), [200, null, 'audio/mpeg', '0123456789'])
  for (const whole of [null, 'bytes=0-1,4-5', 'bytes=-', 'lines=1-2'])
    assert.deepEqual(await asked(whole), [200, null, 'audio/mpeg', '0123456789'])
})
