import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

// Crockford’s base 32 in lower case: no i, l, o, u, so that a key can be read out (https://www.crockford.com/base32.html).
const digits = '0123456789abcdefghjkmnpqrstvwxyz'
const shortest = 5

/**
 * The key of a paragraph: the first digits of a hash of its text without white space, as many as make it differ from
 * the keys in `taken`. The same text gives the same key wherever it stands, so inserting a paragraph changes no other.
 */
export function keyOf(text: string, taken: ReadonlySet<string>): string {
  for (let copy = 0; ; copy++) {
    const hash = [...sha256(utf8ToBytes(text.replace(/\s+/gu, '') + (copy ? `#${copy}` : '')))]
    const key = hash.map((byte) => digits[byte % 32]).join('')
    for (let length = shortest; length <= shortest + 3; length++) {
      if (!taken.has(key.slice(0, length))) return key.slice(0, length)
    }
  }
}
