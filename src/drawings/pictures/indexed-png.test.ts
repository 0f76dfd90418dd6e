import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, inflateSync } from 'node:zlib'
import { colourOf, encodeIndexedPng, ramp } from './indexed-png.ts'

const red = colourOf('#a31515')
const white = colourOf('#fffaf0')

test('a picture comes out as it went in, each pixel in the nearest colour', async () => {
  const pixels = Uint8Array.of(
    0xa3,
    0x15,
    0x15,
    255,
    0xff,
    0xfa,
    0xf0,
    255,
    0xa0,
    0x10,
    0x10,
    255,
    0xa3,
    0x15,
    0x15,
    255,
    250,
    250,
    250,
    255,
    160,
    20,
    20,
    255,
  )
  const chunks = chunksOf(await encodeIndexedPng(pixels, 3, 2, [red, white]))
  assert.deepEqual(
    chunks.map(({ type }) => type),
    ['IHDR', 'PLTE', 'IDAT', 'IEND'],
  )
  assert.deepEqual([...(chunks[0]?.content ?? [])], [0, 0, 0, 3, 0, 0, 0, 2, 4, 3, 0, 0, 0])
  assert.deepEqual([...(chunks[1]?.content ?? [])], [...red, ...white])
  assert.deepEqual([...inflateSync(chunks[2]?.content ?? new Uint8Array())], [0, 0x01, 0x00, 0, 0x01, 0x00])
})

test('a ramp begins and ends with its colours', () => {
  const colours = ramp(red, white, 8)
  assert.equal(colours.length, 8)
  assert.deepEqual([colours[0], colours[7]], [red, white])
})

/** The chunks of a PNG, with their check sums checked. */
function chunksOf(png: Uint8Array) {
  const bytes = Buffer.from(png)
  const chunks: { type: string; content: Uint8Array }[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    assert.equal(bytes.readUInt32BE(at + 8 + length), crc32(bytes.subarray(at + 4, at + 8 + length)))
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}
