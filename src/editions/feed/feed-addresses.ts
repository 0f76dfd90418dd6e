import { relativeUrl } from '../../model/relative-url.ts'
import type { Series } from '../../model/series.ts'
import { uuidOf } from '../uuid.ts'

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
