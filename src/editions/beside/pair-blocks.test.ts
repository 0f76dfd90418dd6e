import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairBlocks } from './pair-blocks.ts'

const block = (words: string) => {
  const [tag = '', ...ids] = words.split(' ')
  return { tag, ids }
}
const paired = (original: string[], translation: string[]) =>
  pairBlocks(original.map(block), translation.map(block)).map((pair) =>
    [pair.original, pair.translation].map((one) => (one ? [one.tag, ...one.ids].join(' ') : '–')).join(' | '),
  )

test('paragraphs stand beside those with the same key, and what has no counterpart stands alone in its place', () => {
  assert.deepEqual(paired(['p a', 'p b', 'h2 oil', 'p c', 'p d'], ['p a', 'h2 oil', 'p c', 'p new', 'p d']), [
    'p a | p a',
    'p b | –',
    'h2 oil | h2 oil',
    'p c | p c',
    '– | p new',
    'p d | p d',
  ])
})

test('a list stands beside a list that has any of its entries', () => {
  assert.deepEqual(paired(['ul a b c', 'p d'], ['ul x b', 'p d']), ['ul a b c | ul x b', 'p d | p d'])
})

test('what has no key stands beside its kind between the same neighbours', () => {
  assert.deepEqual(paired(['p a', 'hr', 'p b', 'hr'], ['p a', 'hr', 'p b']), ['p a | p a', 'hr | hr', 'p b | p b', 'hr | –'])
  assert.deepEqual(paired(['hr', 'p a'], ['p a', 'hr']), ['hr | –', 'p a | p a', '– | hr'])
})

test('the order of both stays where a translation has moved a paragraph', () => {
  assert.deepEqual(paired(['p a', 'p b', 'p c'], ['p b', 'p a', 'p c']), ['p a | –', 'p b | p b', '– | p a', 'p c | p c'])
})
