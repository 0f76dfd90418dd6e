import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { readPixels } from './read-pixels.ts'

const drawing = sharp({
  create: { width: 60, height: 40, channels: 3, background: '#24324a', noise: { type: 'gaussian', mean: 100, sigma: 20 } },
})
const files = {
  'a.png': await drawing.clone().png().toBuffer(),
  'a.jpg': await drawing.clone().jpeg().toBuffer(),
  'a.jpeg': await drawing.clone().jpeg({ progressive: true }).toBuffer(),
  'a.webp': await drawing.clone().webp().toBuffer(),
  'a.avif': await drawing.clone().avif().toBuffer(),
  'a.gif': await drawing.clone().gif().toBuffer(),
}
const read = (name: string, bytes: Uint8Array) => readPixels(name, bytes, `${name} ${bytes.length} ${bytes[30]}`)

test('a picture of each format is known by its content, with its size', async () => {
  for (const [name, bytes] of Object.entries(files)) {
    const { format, ...size } = (await read(name, bytes)) ?? {}
    assert.deepEqual(size, { width: 60, height: 40 }, name)
    assert.ok(name.startsWith(`a.${format}`) || name === 'a.jpg', name)
  }
  assert.equal(read('a.txt', files['a.png']), undefined)
})

test('a picture that a camera stored lying has the size that it is shown with', async () => {
  const night = await readFile(new URL('../../../e2e/tiny-series/pictures/night.jpg', import.meta.url))
  assert.deepEqual(await read('night.jpg', night), { format: 'jpeg', width: 800, height: 1200 })
})

test('a picture of which a part is missing or damaged is found', async () => {
  for (const [name, bytes] of Object.entries(files)) {
    assert.match((await read(name, bytes.subarray(0, bytes.length * 0.6)))?.broken ?? '', /cannot be decoded/u, name)
    assert.match((await read(name, bytes.subarray(0, 40)))?.broken ?? '', /cannot be decoded/u, `${name}, its head alone`)
    assert.match((await read(name, new Uint8Array()))?.broken ?? '', /no picture/u, `${name}, empty`)
  }
})

test('a file that is something else than its name says is found, and not decoded as what it is', async () => {
  assert.equal((await read('b.png', files['a.webp']))?.broken, 'Its name says PNG, but it is WebP.')
  for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.4', '<!DOCTYPE html><script>1</script>', 'II*\0']) {
    assert.match((await read('b.jpg', Buffer.from(text)))?.broken ?? '', /it is no picture that is known here/u, text)
  }
})

test('a small file that would be an enormous picture is refused before it is decoded', async () => {
  const chunk = (type: string, data: Uint8Array) =>
    Buffer.concat([uint32(data.length), Buffer.from(type), data, uint32(crc(Buffer.concat([Buffer.from(type), data])))])
  const header = Buffer.concat([uint32(60_000), uint32(60_000), Buffer.from([1, 0, 0, 0, 0])])
  const bomb = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  assert.equal((await read('bomb.png', bomb))?.broken, 'It has 60,000 × 60,000 pixels, more than 100 million.')
})

const uint32 = (value: number) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255))

/** The checksum of PNG (https://www.w3.org/TR/png/#5CRC-algorithm). */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
