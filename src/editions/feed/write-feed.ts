import { readFile, writeFile } from 'node:fs/promises'
import { titleOfPart } from '../../model/part-names.ts'
import type { Series } from '../../model/series.ts'
import { at } from '../edition-error.ts'
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
  const series: Series = JSON.parse(await readFile(new URL('series.json', folder), 'utf8'))
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
  const authors = series.authors.map((author): AtomElement => {
    const name = 'literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' ')
    return ['author', {}, ['name', {}, name]]
  })
  return atomXml([
    'feed',
    { 'xml:lang': series.language },
    ['id', {}, idOf('/')],
    ['title', { type: 'text' }, series.title],
    ['updated', {}, momentOf(parts[0]?.updated ?? parts[0]?.published ?? '1970-01-01')],
    ['generator', {}, 'Pamphlet'],
    ...authors,
    ['link', { rel: 'alternate', href: linkTo('/') }],
    ['link', { rel: 'self', href: linkTo('/feed.xml') }],
    ['subtitle', { type: 'text' }, series.description],
    ['rights', { type: 'text' }, `${series.rights.name}, ${series.rights.url}`],
    ...parts.map(
      (part): AtomElement => [
        'entry',
        {},
        ['id', {}, idOf(part.href)],
        ['title', { type: 'text' }, titleOfPart(part, series)],
        ['link', { rel: 'alternate', href: linkTo(part.href) }],
        ['published', {}, momentOf(part.published)],
        ['updated', {}, momentOf(part.updated ?? part.published)],
        ...authors,
        ['summary', { type: 'text' }, part.description],
        ['content', { type: 'html' }, contents.get(part.href) ?? ''],
      ],
    ),
  ])
}

/** A day as the format wants it, with the time: that of its beginning. */
const momentOf = (day: string) => `${day}T00:00:00.000Z`
