import { readFile, writeFile } from 'node:fs/promises'
import { titleOfPart } from '../../locales/part-names.ts'
import { wordsOf } from '../../locales/words.ts'
import { fullName } from '../../model/names.ts'
import type { Series } from '../../model/series.ts'
import { at } from '../edition-error.ts'
import { readSeries } from '../read-series.ts'
import { type AtomElement, atomXml } from './atom-xml.ts'
import { contentOf } from './entry-content.ts'
import { feedAddresses } from './feed-addresses.ts'

/**
 * Writes `feed.xml`, an Atom feed (RFC 4287) of the parts in full, newest first.
 *
 * @param folder folder of the site, its links still beginning at the root
 * @param address where the site will live, with a slash at its end; missing where nobody has said
 */
export async function writeFeed(folder: URL, address: string | undefined): Promise<void> {
  const series = await readSeries(folder)
  const { linkTo } = feedAddresses(series, address)
  const contents = new Map<string, string>()
  for (const { href } of series.parts)
    await at(href, async () => contents.set(href, contentOf(await readFile(new URL(`.${href}index.html`, folder), 'utf8'), href, linkTo)))
  await writeFile(new URL('feed.xml', folder), feedOf(series, address, contents))
}

/**
 * The feed of a series. Titles, names and descriptions are text; the parts are HTML.
 *
 * @param address where the site will live, with a slash at its end; missing where nobody has said
 * @param contents HTML of the parts by their `href`
 */
export function feedOf(series: Series, address: string | undefined, contents: ReadonlyMap<string, string>): string {
  const { idOf, linkTo } = feedAddresses(series, address)
  const parts = [...series.parts].sort((a, b) => (b.updated ?? b.published).localeCompare(a.updated ?? a.published) || b.number - a.number)
  const authors = series.authors.map((author) => ({ name: 'author', content: [{ name: 'name', content: [fullName(author)] }] }))
  return atomXml({
    name: 'feed',
    attributes: { 'xml:lang': series.language },
    content: [
      { name: 'id', content: [idOf('/')] },
      words('title', series.title),
      { name: 'updated', content: [momentOf(parts[0]?.updated ?? parts[0]?.published ?? '1970-01-01')] },
      { name: 'generator', content: ['Pamphlet'] },
      ...authors,
      { name: 'link', attributes: { rel: 'alternate', href: linkTo('/') } },
      { name: 'link', attributes: { rel: 'self', href: linkTo('/feed.xml') } },
      words('subtitle', series.description),
      words('rights', `${series.rights.name}, ${series.rights.url}`),
      ...parts.map((part) => ({
        name: 'entry',
        content: [
          { name: 'id', content: [idOf(part.href)] },
          words('title', titleOfPart(part, series, wordsOf(series))),
          { name: 'link', attributes: { rel: 'alternate', href: linkTo(part.href) } },
          { name: 'published', content: [momentOf(part.published)] },
          { name: 'updated', content: [momentOf(part.updated ?? part.published)] },
          ...authors,
          words('summary', part.description),
          { name: 'content', attributes: { type: 'html' }, content: [contents.get(part.href) ?? ''] },
        ],
      })),
    ],
  })
}

/** An element whose words are text and nothing else. */
const words = (name: string, text: string): AtomElement => ({ name, attributes: { type: 'text' }, content: [text] })

/** A day as the format wants it, with the time: that of its beginning. */
const momentOf = (day: string) => `${day}T00:00:00.000Z`
