import { gunzipSync, gzipSync } from 'node:zlib'

const signature = 'pagefind_dcd'

/** The object in one of Pagefind’s compressed JSON files. */
export const decodeFragment = (content: Uint8Array): object => JSON.parse(gunzipSync(content).toString('utf8').slice(signature.length))

/** The other way round. */
export const encodeFragment = (fragment: object): Uint8Array => gzipSync(`${signature}${JSON.stringify(fragment)}`, { level: 9 })
