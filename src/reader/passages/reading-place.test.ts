import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesIn } from './reading-place.ts'

const place = { fragment: 'p-ab12c', number: '12', share: 0.4, when: 1_700_000_000_000 }

test('places are read back as they were kept', () => {
  assert.deepEqual([...placesIn({ 'part-1': place })], [['part-1', place]])
})

test('whatever else stands in the storage is no place', () => {
  for (const stored of [undefined, null, 7, 'part-1', [place.fragment], { __proto__: null }]) assert.deepEqual([...placesIn(stored)], [])
  for (const wrong of [
    null,
    'p-ab12c',
    [],
    { ...place, fragment: { toString: 'x' } },
    { ...place, fragment: 'x'.repeat(1_000_000) },
    { ...place, number: 12 },
    { ...place, share: 2 },
    { ...place, share: '0.4' },
    { ...place, when: 1e300 },
    { ...place, when: null },
  ])
    assert.deepEqual([...placesIn({ 'part-1': wrong, 'part-2': place }).keys()], ['part-2'])
})

test('names that objects have already are names like others', () => {
  const stored: unknown = JSON.parse(`{"__proto__":${JSON.stringify(place)},"constructor":1}`)
  assert.deepEqual([...placesIn(stored).keys()], ['__proto__'])
  assert.equal(Object.hasOwn(Object.prototype, 'fragment'), false)
})
