import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compactIndex } from './compact-index.ts'
import type { GroupWords } from './join-words.ts'

/** An index of words that stand in one record each, with postings of thirty bytes. */
function indexOf(names: readonly string[]): GroupWords {
  const lists = Uint32Array.from(names.flatMap((_, i) => [1, i, i, 30 * (i + 1)]))
  return { lengths: names.map(() => 30), names, lists, bytes: new Uint8Array(30 * names.length) }
}

const words = Array.from({ length: 5_000 }, (_, i) => `word${i * 7919}`)
const contentsOf = (index: GroupWords) => compactIndex(index).files.map(({ content }) => Buffer.from(content).toString('base64'))

test('chunks are of about one size', () => {
  const sizes = contentsOf(indexOf(words)).map(({ length }) => length)
  const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  assert.ok(sizes.length > 50, `${sizes.length}`)
  assert.ok(Math.max(...sizes) < 1.5 * average, `${Math.max(...sizes)} of ${average}`)
})

test('a word more leaves the chunks as they are, but for the few beside it', () => {
  const before = new Set(contentsOf(indexOf(words)))
  const after = contentsOf(indexOf([...words, '1917', 'word4']))
  assert.ok(after.filter((content) => !before.has(content)).length <= 10)
})
