import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { zip } from './zip.ts'

const files = { 'a/index.html': '<p>Маяк</p>', 'README.txt': 'x'.repeat(1000), 'b/1.bin': '\u0000\u0001' }
const asBytes = (entries: [string, string][]) => new Map(entries.map(([path, text]) => [path, new TextEncoder().encode(text)]))

test('what is put in comes out', () => {
  const out = unzipSync(zip(asBytes(Object.entries(files)), '2026-11-27'))
  assert.deepEqual(Object.fromEntries(Object.entries(out).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])), files)
})

test('the order of the files and the time zone make no difference, also on a day that has no midnight there', () => {
  const one = zip(asBytes(Object.entries(files)), '2026-11-27')
  assert.deepEqual(zip(asBytes(Object.entries(files).reverse()), '2026-11-27'), one)
  const { TZ } = process.env
  const made = ['Asia/Tokyo', 'America/Los_Angeles', 'UTC', 'America/Santiago'].map((zone) => {
    process.env.TZ = zone
    return Buffer.from(zip(new Map([['a', new Uint8Array(9)]]), '2026-09-06')).toString('hex')
  })
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
  assert.equal(new Set(made).size, 1)
})
