import { createHash } from 'node:crypto'
import { relativeUrl } from '../../model/relative-url.ts'
import type { Series } from '../../model/series.ts'

/** What a feed calls things, and where it says that they are. */
export type FeedAddresses = {
  /** The name for good of a page, by its path from the root (RFC 4287, §4.2.6). */
  readonly idOf: (href: string) => string
  /** Where a page, or a place on one, is. */
  readonly linkTo: (href: string) => string
}

/**
 * The addresses of a feed. Where nobody has said where the site lives, links are relative to the feed, as
 * RFC 4287, §2, and RFC 3986, §5.1.3, let them be; names must be absolute, so they are UUIDs made of what never changes.
 *
 * @param address where the site lives, with a slash at its end
 * @param own path of the document, from the root of the site
 */
export function feedAddresses({ slug, language, parts }: Series, address: string | undefined, own = '/feed.xml'): FeedAddresses {
  if (address) {
    const absolute = (href: string) => new URL(href.slice(1), address).href
    return { idOf: absolute, linkTo: absolute }
  }
  const first = parts.map(({ published }) => published).sort()[0] ?? ''
  return { idOf: (href) => `urn:uuid:${uuidOf(`${slug} ${language} ${first} ${href}`)}`, linkTo: (href) => relativeUrl(own, href) }
}

/** The namespace of names that are no addresses, object identifiers or X.500 names: one of this program’s own. */
const namespace = Buffer.from('6f1d2c0e7b5a4d0f9c3e2a81b4d7f560', 'hex')

/** A UUID of version 5 (RFC 9562, §5.5): the same for the same name. */
function uuidOf(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}
