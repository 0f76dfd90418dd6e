import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggest, suggestAddress } from './suggest.ts'

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

const addresses = [
  '/',
  '/part-1/',
  '/part-1/#the-oil',
  '/part-1/#note-the-oil',
  '/part-2/#the-oils',
  '/glossary/lamna/',
  '/sources/lamna-log/',
  '/notes/',
]

test('an address is offered that differs in one step, of the same folder and kind', () => {
  const meant: Record<string, string | undefined> = {
    '/glossary/lamma/': '/glossary/lamna/',
    '/glosary/lamna/': '/glossary/lamna/',
    '/glossary/lamna': '/glossary/lamna/',
    '/part-1/#the-oill': '/part-1/#the-oil',
    '/part-1/#note-the-oils': '/part-1/#note-the-oil',
    '/note/': '/notes/',
    '/glossary/lamna-log/': undefined,
    '/sources/lamna/': undefined,
    '/part-1/#the-oils': '/part-1/#the-oil',
    '/part-2/#note-the-oil': undefined,
  }
  for (const [typed, address] of Object.entries(meant)) assert.equal(suggestAddress(typed, addresses), address, typed)
})
