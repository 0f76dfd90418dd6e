import assert from 'node:assert/strict'
import { test } from 'node:test'
import { piecesOfPart, titleOfPart } from './part-names.ts'
import { wordsOf } from './words.ts'

test('a part is numbered where there is another', () => {
  const words = wordsOf({ language: 'en' })
  const part = { number: 1, title: 'The lamp' }
  assert.equal(titleOfPart(part, { parts: ['the-lamp', 'the-watch'] }, words), 'Part 1: The lamp')
  assert.equal(titleOfPart(part, { parts: ['the-lamp'] }, words), 'The lamp')
  assert.deepEqual(piecesOfPart(part, { parts: ['the-lamp', 'the-watch'] }, words), ['Part 1: ', { blank: 'title' }])
  assert.deepEqual(piecesOfPart(part, { parts: ['the-lamp'] }, words), [{ blank: 'title' }])
})
