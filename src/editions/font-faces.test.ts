import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fontFacesOf, listRange, rangeOf } from './font-faces.ts'

test('a range is read in each form CSS has', () => {
  const isIn = rangeOf('U+41-43, u+2026, U+4??')
  assert.deepEqual([0x40, 0x41, 0x43, 0x44, 0x2026, 0x400, 0x4ff, 0x500].map(isIn), [false, true, true, false, true, true, true, false])
})

test('code points are listed as they are read', () => {
  assert.equal(listRange([0x131, 0x43, 0x41, 0x42]), 'U+41-43,U+131')
  assert.deepEqual([0x40, 0x41, 0x43, 0x131].map(rangeOf(listRange([0x41, 0x42, 0x43, 0x131]))), [false, true, true, true])
})

test('of the rules for faces those are found that name a file', () => {
  const faces = fontFacesOf('@font-face{font-family:A;src:local("B")}@font-face{src:url(/a.woff2) format("woff2");unicode-range:U+41}')
  assert.deepEqual(
    faces.map(({ file }) => file),
    ['/a.woff2'],
  )
})
