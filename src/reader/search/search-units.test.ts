import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areInTwoScripts, indexedText } from '../../tokenizer/index-words.ts'
import { wordsOf } from '../../tokenizer/tokens.ts'
import { excerptOf, wholeOf } from './search-excerpt.ts'
import { readQuery } from './search-query.ts'
import { findUnit, type UnitHits } from './search-units.ts'

type Record = { readonly text: string; readonly names?: readonly string[]; readonly parts?: readonly string[] }

/** An engine over a few records, which finds whole words and words by their beginnings, as Pagefind does. */
function engineOf(records: readonly Record[]): Parameters<typeof findUnit>[0] {
  const spellings = new Set(records.flatMap(({ names = [] }) => names.flatMap(wordsOf)))
  const byConsonants = areInTwoScripts(spellings)
  const indexed = records.map(({ text, names = [], parts }) => indexedText([text], names, [], spellings, byConsonants, parts).split(' '))
  const engine = {
    manifest: { ...(byConsonants && { byConsonants: true }), chunks: [] },
    search: (query: string) => {
      const [, whole] = /^"(.*)"$/u.exec(query) ?? []
      const isFound = (words: readonly string[]) =>
        whole === undefined ? words.some((word) => word.startsWith(query)) : ` ${words.join(' ')} `.includes(` ${whole} `)
      return Promise.resolve(indexed.flatMap((words, i) => (isFound(words) ? [{ id: String(i), score: 1, words: [] }] : [])))
    },
    loadBeginningWith: () => Promise.resolve(),
    locate: (id: string) => ({ kind: records[Number(id)]?.names ? 'term' : 'part' }),
    record: (id: string) => Promise.resolve({ ...records[Number(id)], title: '', place: '' }),
    wordsWith: () => Promise.resolve([]),
  }
  return engine as unknown as Parameters<typeof findUnit>[0]
}

const ask = async (query: string, records: readonly Record[]) => {
  const engine = engineOf(records)
  return Promise.all(readQuery(query, 'en').map((unit) => findUnit(engine, unit)))
}

const found = (units: readonly UnitHits[]) => units.map(({ hits, as }) => [as, ...[...hits].map(([id]) => id)])

const arabic: readonly Record[] = [
  { text: 'حكم محمد علي مصر.', names: ['محمد علي باشا'] },
  { text: 'كتب أبو حامد في طوس.', names: ['أبو حامد الغزالي'] },
  { text: 'لا اسم هنا.' },
]

test('a name that is typed in Latin letters finds the texts that have it in their own', async () => {
  for (const query of ['Mohammed', 'Muḥammad', 'Mohamed']) assert.deepEqual(found(await ask(query, arabic)), [['spelt', '0']], query)
  for (const query of ['al-Ghazali', 'Ghazālī', 'Gazali']) assert.deepEqual(found(await ask(query, arabic)), [['spelt', '1']], query)
  assert.deepEqual(found(await ask('Schulz', arabic)), [['unknown']])
})

test('and it is marked there', async () => {
  const units = await ask('Mohammed', arabic)
  const marked = wholeOf(arabic[0]?.text ?? '', units, 'ar').pieces.filter(({ isMarked }) => isMarked)
  assert.deepEqual(
    marked.map(({ text }) => text),
    ['محمد'],
  )
  const article = wholeOf('الأول الغزالي', await ask('al-Ghazali', arabic), 'ar').pieces.filter(({ isMarked }) => isMarked)
  assert.deepEqual(
    article.map(({ text }) => text),
    ['الغزالي'],
  )
})

test('a name in its own letters finds Latin texts', async () => {
  const english: readonly Record[] = [
    { text: 'Muhammad Ali ruled Egypt.' },
    { text: 'A ruler.', names: ['Muhammad Ali Pasha', 'محمد علي باشا'] },
  ]
  assert.deepEqual(found(await ask('محمد', english)), [['found', '1', '0']])
  assert.deepEqual(found(await ask('Mohamed', english)), [['spelt', '0', '1']])
})

test('a series without such names is asked for nothing more', async () => {
  assert.deepEqual(found(await ask('Mohammed', [{ text: 'A lamp.', names: ['Muhamad'] }])), [['unknown']])
})

test('of a word that is found by a part of it, the whole is marked', async () => {
  const text = 'Im Saal tagte der Arbeiterrat.'
  const units = await ask('Rat', [{ text, parts: ['arbeiter', 'rat'] }])
  const excerpt = excerptOf(text, '0', units, 'de').pieces.filter(({ isMarked }) => isMarked)
  assert.deepEqual(
    excerpt.map(({ text }) => text),
    ['Arbeiterrat'],
  )
})
