import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compoundsOf } from './compounds.ts'
import { tokensOf, wordsOf } from './tokens.ts'

test('every sign but letters and digits ends a word', () => {
  assert.deepEqual(wordsOf('In 1917–18 the party—or what…remained and/or “Lenin’s” RSDLP(b)'), [
    ...['in', '1917', '18', 'the', 'party', 'or', 'what', 'remained', 'and', 'or', 'lenin', 's', 'rsdlp', 'b'],
  ])
})

test('case, diacritics, ligatures and invisible signs make no difference', () => {
  assert.deepEqual(wordsOf('Dzierżyński Łódź œuvre ﬁn Miéville Straße revo\u00ADlu\u00ADtion zero\u200Bwidth Фёдор Φάρος'), [
    ...['dzierzynski', 'lodz', 'oeuvre', 'fin', 'mieville', 'strasse', 'revolution', 'zerowidth', 'федор', 'φαροσ'],
  ])
  assert.deepEqual(wordsOf('Mie\u0301ville'), ['mieville'])
})

test('a word tells where it stands', () => {
  const text = 'The Soviet’s vo\u00ADte'
  assert.deepEqual(
    tokensOf(text).map(({ start, end }) => text.slice(start, end)),
    ['The', 'Soviet', 's', 'vo\u00ADte'],
  )
})

test('compounds, elisions, initials, long numbers and umlauts are known in the other way of writing too', () => {
  assert.deepEqual(compoundsOf('the death-penalty vote, Lenin’s coup d’état, U.S.S.R., 26,000 men, Müller'), [
    ...['deathpenalty', 'lenins', 'detat', 'ussr', '26000', 'mueller'],
  ])
  assert.deepEqual(compoundsOf('one – two, in 1917, 18 men. Then'), [])
})

test('in scripts without spaces each letter is a word, so that what is inside of a run is found as a phrase', () => {
  assert.deepEqual(wordsOf('長い文章 in 2 言葉'), ['長', 'い', '文', '章', 'in', '2', '言', '葉'])
  assert.deepEqual(wordsOf('ไทย'), ['ไ', 'ท', 'ย'])
  assert.notDeepEqual(wordsOf('が'), wordsOf('か'))
  assert.deepEqual(
    wordsOf('한국어 문장'),
    ['한국어', '문장'].map((word) => word.normalize('NFKD')),
  )
})

test('what is written as one with an article or a preposition is known without it', () => {
  assert.ok(compoundsOf('مرحبا بالعالم').includes('العالم'))
  assert.ok(compoundsOf('مرحبا بالعالم').includes('عالم'))
  assert.ok(compoundsOf('שלום לעולם').includes('עולם'))
})

test('a number is one, whatever stands between its thousands', () => {
  for (const number of ['12 345', '12,345', '12.345', '12’345', '12\u202F345']) assert.deepEqual(compoundsOf(number), ['12345'], number)
  assert.deepEqual(compoundsOf('in 1917 250 men'), [])
})
