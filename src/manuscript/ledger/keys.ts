import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

// Crockford’s base 32 in lower case: no i, l, o, u, so that a key can be read out (https://www.crockford.com/base32.html).
const digits = '0123456789abcdefghjkmnpqrstvwxyz'
const shortest = 5

/** Keys that are taken, and how many of the same text have been asked for: of 2,900 equal ones each would try all before. */
export type Taken = { readonly keys: Set<string>; readonly copies: Map<string, number> }

export const takenKeys = (keys: Iterable<string> = []): Taken => ({ keys: new Set(keys), copies: new Map() })

/**
 * The key of a paragraph, which is taken from then on: the first digits of a hash of its text without white space, as many
 * as make it differ from those taken before. The same text gives the same key wherever it stands, so inserting a paragraph
 * changes no other.
 */
export function takeKey(text: string, { keys, copies }: Taken): string {
  const letters = text.replace(/\s+/gu, '')
  for (let copy = copies.get(letters) ?? 0; ; copy++) {
    const hash = [...sha256(utf8ToBytes(letters + (copy ? `#${copy}` : '')))]
    const whole = hash.map((byte) => digits[byte % 32]).join('')
    for (let length = shortest; length <= shortest + 3; length++) {
      const key = whole.slice(0, length)
      if (keys.has(key)) continue
      keys.add(key)
      copies.set(letters, copy)
      return key
    }
  }
}
