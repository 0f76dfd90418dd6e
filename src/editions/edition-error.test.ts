import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, EditionError, making } from './edition-error.ts'

const failing = () => making('the feed', () => at('/part-1/', () => at('/part-1/#p-x', () => new Date('2026-13-45').toISOString())))

test('what fails is told with its edition, its innermost place and its reason, and no trace of our code', async () => {
  await assert.rejects(failing(), (error) => {
    assert.ok(error instanceof EditionError)
    assert.match(error.message, /^Making the feed failed at \/part-1\/#p-x: Invalid time value\nNothing was published/u)
    assert.doesNotMatch(error.stack ?? '', /^\s+at /mu)
    assert.equal(error.cause, undefined)
    return true
  })
  await assert.rejects(
    making('the single file', () => Promise.reject('no room')),
    { message: /^Making the single file failed: no room\n/u },
  )
})

test('the trace is there for who asks for it', async () => {
  process.env.PAMPHLET_DEBUG = '1'
  await assert.rejects(
    failing(),
    (error) =>
      error instanceof EditionError && error.cause instanceof RangeError && /^\s+at .*edition-error\.test/mu.test(error.cause.stack ?? ''),
  )
  delete process.env.PAMPHLET_DEBUG
})

test('what succeeds is handed on', async () => {
  assert.equal(await making('the feed', () => at('/part-1/', async () => 'done')), 'done')
})
