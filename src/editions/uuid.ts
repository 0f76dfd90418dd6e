import { createHash } from 'node:crypto'

/** The namespace of names that are no addresses, object identifiers or X.500 names: one of this program’s own. */
const namespace = Buffer.from('6f1d2c0e7b5a4d0f9c3e2a81b4d7f560', 'hex')

/** A UUID of version 5 (RFC 9562, §5.5): the same for the same name. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}
