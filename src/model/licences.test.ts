import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceNamed } from './licences.ts'

test('a licence is known by its name in every usual spelling', () => {
  const url = 'https://creativecommons.org/licenses/by-nc-sa/4.0/'
  for (const word of ['CC BY-NC-SA 4.0', 'cc-by-nc-sa-4.0', 'CC-BY-NC-SA', 'Creative Commons BY-NC-SA 4.0'])
    assert.deepEqual(licenceNamed(word), { name: 'CC BY-NC-SA 4.0', url }, word)
  assert.equal(licenceNamed('CC BY 3.0')?.url, 'https://creativecommons.org/licenses/by/3.0/')
  assert.equal(licenceNamed('cc0')?.name, 'CC0 1.0')
  assert.equal(licenceNamed('All Rights Reserved')?.name, 'All rights reserved')
})

test('what is no licence the program knows is none', () => {
  for (const word of ['', 'free', 'CC', 'CC BY-SA-NC 4.0', 'CC BY 9.0', 'GPL']) assert.equal(licenceNamed(word), undefined, word)
})
