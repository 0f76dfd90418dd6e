import { readFile, writeFile } from 'node:fs/promises'
import { Feed } from 'feed'
import { titleOfPart } from '../../model/part-names.ts'
import type { Series } from '../../model/series.ts'
import { contentOf } from './entry-content.ts'

/**
 * Writes `feed.xml`, an Atom feed (RFC 4287) of the parts in full, newest first.
 *
 * @param folder folder of the site, its links still beginning at the root
 * @param address where the site will live, with a slash at its end
 */
export async function writeFeed(folder: URL, address: string): Promise<void> {
  const series: Series = JSON.parse(await readFile(new URL('series.json', folder), 'utf8'))
  const authors = series.authors.map((author) => ({ name: 'literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' ') }))
  const parts = [...series.parts].sort((a, b) => (b.updated ?? b.published).localeCompare(a.updated ?? a.published) || b.number - a.number)
  const feed = new Feed({
    id: address,
    link: address,
    title: series.title,
    description: series.description,
    language: series.language,
    copyright: `${series.rights.name}, ${series.rights.url}`,
    feedLinks: { atom: new URL('feed.xml', address).href },
    updated: dayOf(parts[0]?.updated ?? parts[0]?.published ?? '1970-01-01'),
    ...(authors[0] && { author: authors[0] }),
  })
  for (const part of parts) {
    const url = new URL(part.href.slice(1), address).href
    const page = await readFile(new URL(`.${part.href}index.html`, folder), 'utf8')
    feed.addItem({
      id: url,
      link: url,
      title: titleOfPart(part, series),
      description: part.description,
      content: contentOf(page, url, address),
      published: dayOf(part.published),
      date: dayOf(part.updated ?? part.published),
      author: authors,
    })
  }
  await writeFile(new URL('feed.xml', folder), feed.atom1())
}

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`)
