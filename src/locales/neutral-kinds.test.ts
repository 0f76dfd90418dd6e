import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neutralEvents, neutralTerms } from '../model/kinds/neutral-kinds.ts'
import { catalogues } from './catalogues.ts'

const spoken = Object.keys(catalogues).sort()

test('kinds that any subject has have words in every language that the program speaks', () => {
  for (const [id, { one, many }] of Object.entries(neutralTerms)) {
    assert.deepEqual(Object.keys(one).sort(), spoken, id)
    assert.deepEqual(Object.keys(many).sort(), spoken, id)
  }
  for (const [id, { name }] of Object.entries(neutralEvents)) assert.deepEqual(Object.keys(name).sort(), spoken, id)
})
