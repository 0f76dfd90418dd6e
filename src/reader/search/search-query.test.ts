import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distanceBetween } from './nearest-words.ts'
import { readQuery } from './search-query.ts'

const asks = (query: string) => readQuery(query, 'en').map(({ kind, asks }) => [kind, ...asks])

test('words, phrases and days are told apart', () => {
  assert.deepEqual(asks('Lenin “Cirque Moderne” 25 October'), [
    ['phrase', '"cirque moderne"'],
    ['day', '"xdm1025"', '"25 october"'],
    ['word', 'lenin'],
  ])
})

test('what signs divide is asked for in one and in parts', () => {
  assert.deepEqual(asks('death-penalty'), [['word', '"death penalty"', 'deathpenalty']])
  assert.deepEqual(asks('RSDLP(b)'), [['word', '"rsdlp b"']])
  assert.deepEqual(asks('12–34'), [
    ['word', '12'],
    ['word', '34'],
  ])
})

test('a possessive asks for its noun, with either apostrophe', () => {
  for (const query of ['Lenin’s', "Lenin's", "workers'"])
    assert.deepEqual(asks(query), [['word', query.startsWith('L') ? 'lenin' : 'workers']])
})

test('quotation marks that are not closed yet count', () => {
  assert.deepEqual(asks('“raised hands'), [['phrase', '"raised hands"']])
  assert.deepEqual(asks('“25 October”'), [['day', '"xdm1025"', '"25 october"']])
  assert.deepEqual(asks('“”  –'), [])
})

test('words are as near as slips of the hand are few', () => {
  assert.equal(distanceBetween('trotsky', 'troksty', 3), 2)
  assert.equal(distanceBetween('lashevich', 'lasehvich', 3), 1)
  assert.equal(distanceBetween('kornilov', 'kornlov', 2), 1)
  assert.equal(distanceBetween('lenin', 'lenin', 2), 0)
  assert.ok(distanceBetween('lenin', 'kerensky', 2) > 2)
})
