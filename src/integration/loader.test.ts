import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ManuscriptError } from './loader.ts'

test('the error of a manuscript has no stack, in which Astro would look for a file to read and print', () => {
  const error = new ManuscriptError('content/parts/one.mdx:1:1  error  note-unknown\n    1 | src (/etc/passwd:1:1)')
  assert.equal(error.stack, '')
  assert.match(error.message, /note-unknown/u)
})
