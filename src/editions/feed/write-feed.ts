import { readFile, writeFile } from 'node:fs/promises'
import { Feed } from 'feed'
import type { Series } from '../../model/series.ts'
import { at } from '../edition-error.ts'
import { contentOf } from './entry-content.ts'
import { feedAddresses } from './feed-addresses.ts'

/**
 * Writes `feed.xml`, an Atom feed (RFC 4287) of the parts in full, newest first.
 *
 * @param folder folder of the site, its links still beginning at the root
 * @param address where the site will live, with a slash at its end; missing where nobody has said
 */
export async function writeFeed(folder: URL, address: string | undefined): Promise<void> {
  const series: Series = JSON.parse(await readFile(new URL('series.json', folder), 'utf8'))
  const authors = series.authors.map((author) => ({ name: 'literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' ') }))
  const parts = [...series.parts].sort((a, b) => (b.updated ?? b.published).localeCompare(a.updated ?? a.published) || b.number - a.number)
  const { idOf, linkTo } = feedAddresses(series, address)
  const inFeed = (href: string) => new URL(linkTo(href), standIn).href
  const feed = new Feed({
    id: idOf('/'),
    link: inFeed('/'),
    title: series.title,
    description: series.description,
    language: series.language,
    copyright: `${series.rights.name}, ${series.rights.url}`,
    feedLinks: { atom: inFeed('/feed.xml') },
    updated: dayOf(parts[0]?.updated ?? parts[0]?.published ?? '1970-01-01'),
    ...(authors[0] && { author: authors[0] }),
  })
  for (const part of parts)
    await at(part.href, async () => {
      const page = await readFile(new URL(`.${part.href}index.html`, folder), 'utf8')
      feed.addItem({
        id: idOf(part.href),
        link: inFeed(part.href),
        title: `Part ${part.number}: ${part.title}`,
        description: part.description,
        content: contentOf(page, part.href, linkTo),
        published: dayOf(part.published),
        date: dayOf(part.updated ?? part.published),
        author: authors,
      })
    })
  await writeFile(new URL('feed.xml', folder), feed.atom1().replaceAll(`href="${standIn}`, 'href="./'))
}

/** The library takes absolute addresses only. */
const standIn = 'https://site.invalid/'

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`)
