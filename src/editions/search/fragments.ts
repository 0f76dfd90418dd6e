import { gunzipSync, gzipSync } from 'node:zlib'

const signature = Buffer.from('pagefind_dcd')

/** The content of one of Pagefind’s compressed files. */
export const gunzip = (content: Uint8Array): Uint8Array => gunzipSync(content).subarray(signature.length)

/** The other way round. */
export const gzip = (content: Uint8Array): Uint8Array => gzipSync(Buffer.concat([signature, content]), { level: 9 })

/** Records for display as one compressed file; they are ours and carry no signature. */
export const encodeFragment = (records: readonly object[]): Uint8Array => gzipSync(JSON.stringify(records), { level: 9 })

export const decodeFragment = (content: Uint8Array): object => JSON.parse(gunzipSync(content).toString('utf8'))
