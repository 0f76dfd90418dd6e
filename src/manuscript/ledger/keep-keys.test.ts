import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type KeyedText, keepKeys, type RecordedParagraph } from './keep-keys.ts'

const lamp = 'The keepers lit the lamp at dusk, and one of them sat by it until the morning came.'
const oil = 'Oil was brought by the boat in April, in cans of nine litres, and most of the cans were dented.'
const cat = 'Of the cat nothing is known but that it was on the list and not on the copy.'

const as = (...texts: readonly string[]): KeyedText[] => texts.map((text) => ({ text, ownText: text }))
const keysOf = (texts: readonly string[], recorded: readonly RecordedParagraph[], taken: readonly string[] = []) =>
  keepKeys(as(...texts), recorded, taken).map(({ key }) => key)

const [k1 = '', k2 = '', k3 = ''] = keysOf([lamp, oil, cat], [])
const recorded = [
  { key: k1, text: lamp },
  { key: k2, text: oil },
  { key: k3, text: cat },
]

test('a new paragraph has a key of its own text, wherever it stands', () => {
  assert.deepEqual(keysOf([cat, lamp], []), [k3, k1])
  assert.equal(new Set([k1, k2, k3]).size, 3)
})

test('a paragraph keeps its key through edits, moves and insertions', () => {
  const edited = oil.replace('nine litres', '10 l').replace('most', 'many')
  assert.deepEqual(keysOf([cat, edited, 'A paragraph that has never been here before.', lamp], recorded).toSpliced(2, 1), [k3, k2, k1])
})

test('of a paragraph that was split the first half keeps the key, though the second is longer', () => {
  const [first = '', second = ''] = [lamp.slice(0, 34), lamp.slice(34)]
  const [one, two, ...others] = keysOf([first, second, oil, cat], recorded)
  assert.equal(one, k1)
  assert.notEqual(two, k1)
  assert.deepEqual(others, [k2, k3])
})

test('of paragraphs that were joined both keys lead to the one', () => {
  const [both, last] = keepKeys(as(`${lamp} ${oil}`, cat), recorded, [])
  assert.deepEqual([both?.key, ...(both?.joined ?? [])].sort(), [k1, k2].sort())
  assert.deepEqual(last, { key: k3, joined: [] })
})

test('a paragraph that is gone gives its key to no other, and a retired key is not given again', () => {
  const keys = keysOf([lamp, 'Something else stands here now, about birds and the wind.', cat], recorded)
  assert.equal(keys.includes(k2), false)
  const [again] = keysOf([oil], [], [k2])
  assert.notEqual(again, k2)
})

test('paragraphs with the same words keep their keys apart', () => {
  const fresh = keysOf(['Ash.', lamp, 'Ash.'], [])
  const known = ['Ash.', lamp, 'Ash.'].map((text, i) => ({ key: fresh[i] ?? '', text }))
  assert.deepEqual(keysOf(['Ash.', cat, lamp, 'Ash.'], known).toSpliced(1, 1), fresh)
})

test('short paragraphs are not taken for one another', () => {
  const [bread = '', soap = ''] = keysOf(['Bread, two loaves.', 'Soap, two bars.'], [])
  const keys = keysOf(
    ['Salt, two pounds.', 'Soap, two bars.'],
    [
      { key: bread, text: 'Bread, two loaves.' },
      { key: soap, text: 'Soap, two bars.' },
    ],
  )
  assert.equal(keys[1], soap)
  assert.notEqual(keys[0], bread)
})
