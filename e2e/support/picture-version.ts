import { crc32 } from 'node:zlib'

/** Of the signature of a PNG and its first chunk, after which others may stand (https://www.w3.org/TR/png-3/#5Chunk-layout). */
const lengthOfHead = 8 + 25

/** A PNG with the version of the program that drew the site on it, as a chunk of text. */
export function withVersion(png: Buffer, version: string): Buffer {
  const body = Buffer.from(`tEXtSoftware\0Pamphlet ${version}`, 'latin1')
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return Buffer.concat([png.subarray(0, lengthOfHead), chunk, png.subarray(lengthOfHead)])
}
