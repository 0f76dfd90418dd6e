import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparedName, familyOf, fullName, invertedName, shortName, sortName } from './names.ts'

const plain = { family: 'Trotsky', given: 'Leon' }
const parted = { family: 'Castell', given: 'Ines', 'non-dropping-particle': 'de', suffix: 'Jr' }
const body = { literal: 'Guild, Keepers’' }

test('a person is called by all parts of the name, in the order each use has', () => {
  assert.equal(fullName(parted), 'Ines de Castell Jr')
  assert.equal(shortName(parted), 'de Castell')
  assert.equal(familyOf(parted), 'de Castell')
  assert.equal(sortName(parted), 'Castell, Ines de, Jr')
  assert.equal(comparedName(parted), 'Castell')
  assert.equal(invertedName(parted), 'de Castell, Ines, Jr')
})

test('parts that a name does not have leave no gap', () => {
  assert.equal(fullName(plain), 'Leon Trotsky')
  assert.equal(sortName(plain), 'Trotsky, Leon')
  assert.equal(sortName({ family: 'Kropotkin' }), 'Kropotkin')
  assert.equal(fullName({ family: 'Kropotkin' }), 'Kropotkin')
})

test('a body is never taken apart', () => {
  for (const nameOf of [fullName, shortName, sortName, comparedName]) assert.equal(nameOf(body), 'Guild, Keepers’')
  assert.equal(invertedName(body), 'Guild, Keepers’,')
})
