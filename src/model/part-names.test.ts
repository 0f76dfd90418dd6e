import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prefixOfPart, titleOfPart } from './part-names.ts'

test('a part is numbered where there is another', () => {
  const part = { number: 1, title: 'The lamp' }
  assert.equal(titleOfPart(part, { parts: ['the-lamp', 'the-watch'] }), 'Part 1: The lamp')
  assert.equal(titleOfPart(part, { parts: ['the-lamp'] }), 'The lamp')
  assert.equal(prefixOfPart(part, { parts: ['the-lamp', 'the-watch'] }), 'Part 1: ')
  assert.equal(prefixOfPart(part, { parts: ['the-lamp'] }), '')
})
