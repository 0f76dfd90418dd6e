import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTheirs } from './is-theirs.ts'
import { ManuscriptError } from './refuse-mistakes.ts'

test('the error of a manuscript has no stack, in which Astro would look for a file to read and print', () => {
  const error = new ManuscriptError('content/parts/one.mdx:1:1  error  note-unknown\n    1 | src (/etc/passwd:1:1)')
  assert.equal(error.stack, '')
  assert.match(error.message, /note-unknown/u)
})

test('of the mistakes of a manuscript a person is told the message alone, also where a module was loaded again', async () => {
  const again: typeof import('./refuse-mistakes.ts') = await import(`./refuse-mistakes.ts?${'again'}`)
  assert.notEqual(again.ManuscriptError, ManuscriptError)
  assert.deepEqual(
    [ManuscriptError, again.ManuscriptError, Error].map((kind) => isTheirs(new kind('It is wrong.'))),
    [true, true, false],
  )
})
