import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shorten, shortenStart } from './shorten.ts'

test('a text with room enough stays as it is', () => {
  assert.equal(shorten('The lamp went out', 17), 'The lamp went out')
  assert.equal(shortenStart('The lamp went out', 17), 'The lamp went out')
})

test('a long text is cut between words', () => {
  assert.equal(shorten('The lamp went out', 10), 'The lamp …')
  assert.equal(shortenStart('The lamp went out', 10), '… went out')
})

test('a word longer than the room is cut in itself, but no character is halved', () => {
  assert.equal(shorten('Lighthousekeeper', 5), 'Light …')
  assert.equal(shorten('🕯🕯🕯', 3), '🕯 …')
  assert.equal(shortenStart('🕯🕯🕯', 3), '… 🕯')
})
