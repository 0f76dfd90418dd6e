import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggest } from './suggest.ts'

const ids = ['petrograd-soviet', 'soviets', 'lenin', 'lamp', 'nep']

test('a word with a wrong, a missing or a spare letter means the nearest one', () => {
  for (const typed of ['petrograd-soviat', 'petrogad-soviet', 'pettrograd-soviet', 'petrograd-soviets'])
    assert.equal(suggest(typed, ids), 'petrograd-soviet', typed)
})

test('letters in the wrong order are the commonest slip, in short words too', () => {
  assert.equal(suggest('lmap', ids), 'lamp')
  assert.equal(suggest('lenni', ids), 'lenin')
})

test('a word that is like none means none', () => {
  for (const typed of ['kerensky', 'duma', 'mrc', 'x']) assert.equal(suggest(typed, ids), undefined, typed)
})

test('where there is nothing, nothing is meant', () => {
  assert.equal(suggest('lamp', []), undefined)
})
