import { gunzipSync, gzipSync } from 'node:zlib'

const signature = Buffer.from('pagefind_dcd')

/** The content of one of Pagefind’s compressed files. */
export const gunzip = (content: Uint8Array): Uint8Array => gunzipSync(content).subarray(signature.length)

/** The other way round. */
export const gzip = (content: Uint8Array): Uint8Array => compressed(Buffer.concat([signature, content]))

/** Records for display as one compressed file; they are ours and carry no signature. */
export const encodeFragment = (records: readonly object[]): Uint8Array => compressed(JSON.stringify(records))

/** A copy: what zlib gives is the beginning of 16 kB, and of a long series there are tens of thousands, of some 500 bytes each. */
export const compressed = (content: string | Uint8Array) => new Uint8Array(gzipSync(content, { level: 9 }))

export const decodeFragment = (content: Uint8Array): object => JSON.parse(gunzipSync(content).toString('utf8'))
