import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { unpack } from './unpack.ts'

const files = ['<p>The first</p>', '', 'ünïcode', 'x'.repeat(100_000)].map((text) => Buffer.from(text))
const lengths = files.map(({ length }) => length)
const pack = gzipSync(Buffer.concat(files))

/** Comes in pieces of a few bytes, as over a slow connection. */
const streamOf = (bytes: Uint8Array) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(new Uint8Array(bytes.subarray(at, at + 7)))
      controller.close()
    },
  })

const read = async (bytes: Uint8Array) => {
  const read: Buffer[] = []
  for await (const file of unpack(streamOf(bytes), lengths)) read.push(Buffer.from(file))
  return read
}

test('a pack gives its files one after the other', async () => assert.deepEqual(await read(pack), files))

test('a pack that breaks off gives those which are whole', async () => {
  const noise = Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 251))
  const broken = gzipSync(Buffer.concat([files[0] ?? noise, noise])).subarray(0, -200)
  const found: Buffer[] = []
  for await (const file of unpack(streamOf(broken), [lengths[0] ?? 0, noise.length])) found.push(Buffer.from(file))
  assert.deepEqual(found, files.slice(0, 1))
})

test('what is no pack gives nothing', async () => assert.deepEqual(await read(Buffer.from('<!doctype html>')), []))
