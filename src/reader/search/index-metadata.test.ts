import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode } from 'cborg'
import type { SearchManifest } from '../../model/search.ts'
import { metadataOf } from './index-metadata.ts'

const manifest: SearchManifest = {
  title: 'A series',
  language: 'en',
  parts: [],
  terms: 2,
  sources: 0,
  events: 0,
  version: '1.6.0',
  wasm: 'en',
  chunks: ['000', 'm', 'zeta'],
  lengths: '3a',
  metaFields: ['title'],
  recordsPerChunk: 1,
  related: [],
  others: [],
}

test('the metadata is that of Pagefind, with numbers for hashes', () => {
  const bytes = metadataOf(manifest, '0.')
  assert.equal(new TextDecoder().decode(bytes.slice(0, 12)), 'pagefind_dcd')
  assert.deepEqual(decode(bytes.slice(12)), [
    '1.6.0',
    [
      ['0.0', 8, ''],
      ['0.1', 1024, ''],
    ],
    [
      ['000', 'l\u{10FFFF}', '0'],
      ['m', 'zet`\u{10FFFF}', '1'],
      ['zeta', '\u{10FFFF}', '2'],
    ],
    [],
    [],
    ['title'],
  ])
})
