import type { SearchManifest } from '../../model/search.ts'

/**
 * The metadata that Pagefind reads first. Its own file names every record by a hash, some eight bytes each in
 * transfer; with records numbered and their lengths rounded, a fraction of a byte says the same (decision 11).
 *
 * @param prefix of the ids of the records, which tells the indexes of a federated search apart
 * @returns CBOR (RFC 8949) in the form of Pagefind 1.6
 */
export function metadataOf(manifest: SearchManifest, prefix: string): Uint8Array {
  const pages = [...manifest.lengths].map((digit, i) => [`${prefix}${i}`, 2 ** Number.parseInt(digit, 36), ''])
  const chunks = manifest.chunks.map((from, i) => [from, lastBefore(manifest.chunks[i + 1]), String(i)])
  const bytes: number[] = [...encoder.encode('pagefind_dcd')]
  write(bytes, [manifest.version, pages, chunks, [], [], manifest.metaFields])
  return Uint8Array.from(bytes)
}

/** A word that comes before another, and after every word that does. */
function lastBefore(next: string | undefined): string {
  const end = '\u{10FFFF}'
  const last = next?.codePointAt(next.length - 1)
  return next === undefined || last === undefined ? end : `${next.slice(0, -1)}${String.fromCodePoint(last - 1)}${end}`
}

type Value = string | number | readonly Value[]

const encoder = new TextEncoder()

function write(bytes: number[], value: Value) {
  if (typeof value === 'number') return head(bytes, 0, value)
  if (typeof value === 'string') {
    const text = encoder.encode(value)
    head(bytes, 3, text.length)
    for (const byte of text) bytes.push(byte)
    return
  }
  head(bytes, 4, value.length)
  for (const element of value) write(bytes, element)
}

/** The major type and its argument: a number below 2^32. */
function head(bytes: number[], type: number, argument: number) {
  const size = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : 4
  bytes.push((type << 5) | (size === 0 ? argument : 23 + [1, 2, 4].indexOf(size) + 1))
  for (let shift = size - 1; shift >= 0; shift--) bytes.push((argument >>> (8 * shift)) & 255)
}
