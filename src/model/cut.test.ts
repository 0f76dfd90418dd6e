import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutEnd, cutStart } from './cut.ts'

test('a text with room enough stays as it is', () => {
  assert.equal(cutEnd('The lamp went out', 17), 'The lamp went out')
  assert.equal(cutStart('The lamp went out', 17), 'The lamp went out')
})

test('a long text is cut between words', () => {
  assert.equal(cutEnd('The lamp went out', 10), 'The lamp …')
  assert.equal(cutStart('The lamp went out', 10), '… went out')
})

test('a word longer than the room is cut in itself, but no character is halved', () => {
  assert.equal(cutEnd('Lighthousekeeper', 5), 'Light …')
  assert.equal(cutEnd('🕯🕯🕯', 3), '🕯 …')
  assert.equal(cutStart('🕯🕯🕯', 3), '… 🕯')
})
