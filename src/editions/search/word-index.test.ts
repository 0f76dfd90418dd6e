import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compactIndex } from './compact-index.ts'
import type { IndexedText } from './join-words.ts'
import { indexWords } from './word-index.ts'

/** The files of the index of groups of texts. */
async function filesOf(...groups: readonly IndexedText[][]) {
  const { words } = await indexWords(
    groups.map((texts, i) => ({ key: String(i), size: texts.length, texts: () => texts })),
    'en',
  )
  return compactIndex(words)
}

test('an index put together from groups is to the byte the one of all records, whichever of them have no word', async () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    content: `lamp ${i % 7 === 0 ? 'café' : 'cafe'} ${'wick '.repeat(i)}`,
    title: `Lamp ${i}`,
  }))
  const texts: IndexedText[] = [
    { content: 'the lamp of the harbour', title: 'lamp' },
    { content: '' },
    { content: 'lamps and wicks, cafés and a 𐐨 beside ﬀ' },
    { content: '* * *' },
    { content: '' },
    ...many,
    { content: 'the harbour, once more' },
  ]
  const whole = await filesOf(texts)
  assert.deepEqual(await filesOf(texts.slice(0, 2), texts.slice(2, 4), [], texts.slice(4, 5), texts.slice(5, 30), texts.slice(30)), whole)
  assert.equal(whole.lengths.length, texts.length)
})
