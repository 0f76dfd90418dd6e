import { keep } from '../../kept-results.ts'
import { titleOfPart } from '../../locales/part-names.ts'
import { wordsOf } from '../../locales/words.ts'
import { fullName } from '../../model/names.ts'
import { orcidAddress, type PersonName } from '../../model/people.ts'
import type { Part, Series } from '../../model/series.ts'
import { inGroups, most } from '../../model/sizes.ts'
import { at } from '../edition-error.ts'
import { withLinks } from '../entry-content.ts'
import { readSeries } from '../read-series.ts'
import { fileOfPage } from '../searched-page.ts'
import { writeInto } from '../site-files.ts'
import { type PageWithoutEdition, signsOfEdition } from '../without-edition.ts'
import { type AtomElement, atomXml, elementXml } from './atom-xml.ts'
import { type FeedAddresses, feedAddresses } from './feed-addresses.ts'

/**
 * Writes `feed.xml`, an Atom feed (RFC 4287) of the parts in full, newest first; of many parts the newest, and the others
 * in an archive (RFC 5005, section 4): `feed/1.xml` has the first that were published.
 *
 * @param folder folder of the site
 * @param pages of the site, as they were looked at, by the paths of their files
 * @param address where the site will live, with a slash at its end; missing where nobody has said
 */
export async function writeFeed(folder: URL, pages: ReadonlyMap<string, PartPage>, address: string | undefined): Promise<void> {
  const series = readSeries(folder)
  for (const document of documentsOf(series.parts)) {
    const addresses = feedAddresses(series, address, document.href)
    const { linkTo } = addresses
    const entries: Uint8Array[] = []
    for (const part of document.parts)
      await at(part.href, async () => {
        const page = pages.get(fileOfPage(part.href))
        if (!page) throw new Error('The site has no page of it.')
        const { key, restore, content } = page
        const entry = entryOf(series, part, addresses)
        const on = [key, JSON.stringify(entry('')), part.href, linkTo('/'), document.href]
        const { xml, isEditionSaid } = keep('feed-entry', on, () => {
          const text = content()
          if (text === undefined) throw new Error('Its page has no element of the class part-text: the feed has nothing to show.')
          const made = elementXml(entry(withLinks(text, linkTo)))
          return { xml: Buffer.from(made), isEditionSaid: signsOfEdition.some((sign) => made.includes(sign)) }
        })
        // Most say nothing of it, and stay the bytes that they are.
        entries.push(isEditionSaid ? Buffer.from(restore(xml.toString())) : xml)
      })
    writeInto(new URL(`.${document.href}`, folder), feedOf(series, document, address, entries))
  }
}

/** What the feed asks of the page of a part. */
type PartPage = {
  /** Stands for all that is in it. */
  readonly key: string
  readonly restore: PageWithoutEdition['restore']
  /** As `contentOf` makes it. */
  readonly content: () => string | undefined
}

/** The paths of the documents of a feed from the root of the site. */
export const feedFiles = (parts: readonly Part[]): string[] => documentsOf(parts).map(({ href }) => href)

/**
 * The documents of a feed: the one to subscribe to, with the parts that changed last and those that do not fill a
 * document of the archive yet; then the archive, which grows at its end and whose documents keep their parts.
 */
export function documentsOf(parts: readonly Part[]): FeedDocument[] {
  const changed = (a: Part, b: Part) => dayOf(b).localeCompare(dayOf(a)) || parts.indexOf(b) - parts.indexOf(a)
  const inOrder = parts.toSorted((a, b) => a.published.localeCompare(b.published) || parts.indexOf(a) - parts.indexOf(b))
  const full = inOrder.length > 2 * most.entriesInFeed ? Math.floor(inOrder.length / most.entriesInFeed) : 0
  const archived = inGroups(inOrder.slice(0, full * most.entriesInFeed), most.entriesInFeed)
  const newest = new Set([...inOrder.slice(full * most.entriesInFeed), ...parts.toSorted(changed).slice(0, most.entriesInFeed)])
  const hrefs = archived.map((_, i) => `/feed/${i + 1}.xml`)
  return [
    {
      href: '/feed.xml',
      parts: (full === 0 ? [...parts] : [...newest]).sort(changed),
      links: hrefs.slice(-1).map((href) => ({ rel: 'prev-archive', href })),
      isArchive: false,
    },
    ...archived.map((group, i) => ({
      href: hrefs[i] ?? '',
      parts: group.toSorted(changed),
      links: [
        { rel: 'current', href: '/feed.xml' },
        ...(hrefs[i - 1] === undefined ? [] : [{ rel: 'prev-archive', href: hrefs[i - 1] ?? '' }]),
        ...(hrefs[i + 1] === undefined ? [] : [{ rel: 'next-archive', href: hrefs[i + 1] ?? '' }]),
      ],
      isArchive: true,
    })),
  ]
}

type FeedDocument = {
  /** From the root of the site. */
  readonly href: string
  readonly parts: readonly Part[]
  readonly links: readonly { readonly rel: string; readonly href: string }[]
  readonly isArchive: boolean
}

const dayOf = ({ updated, published }: Part) => updated ?? published

/**
 * A document of the feed of a series. Titles, names and descriptions are text; the parts are HTML.
 *
 * @param address where the site will live, with a slash at its end; missing where nobody has said
 * @param entries XML of {@link entryOf} its parts, in UTF-8
 */
export function feedOf(
  series: Series,
  { href, parts, links, isArchive }: FeedDocument,
  address: string | undefined,
  entries: readonly Uint8Array[],
): Buffer {
  const { idOf, linkTo } = feedAddresses(series, address, href)
  return atomXml(
    {
      name: 'feed',
      attributes: { 'xml:lang': series.language },
      content: [
        { name: 'id', content: [idOf('/')] },
        words('title', series.title),
        { name: 'updated', content: [momentOf(parts[0]?.updated ?? parts[0]?.published ?? '1970-01-01')] },
        { name: 'generator', content: ['Pamphlet'] },
        ...by(series, series),
        { name: 'link', attributes: { rel: 'alternate', href: linkTo('/') } },
        { name: 'link', attributes: { rel: 'self', href: linkTo(href) } },
        ...links.map(({ rel, href: to }) => ({ name: 'link', attributes: { rel, href: linkTo(to) } })),
        ...(isArchive ? [{ name: 'archive', namespace: feedHistory }] : []),
        words('subtitle', series.description),
        words('rights', `${series.rights.name}, ${series.rights.url}`),
      ],
    },
    entries,
  )
}

/**
 * The entry of a part in a document of the feed.
 *
 * @returns what makes it of the part’s text, HTML that can stand in another’s page
 */
export function entryOf(series: Series, part: Part, { idOf, linkTo }: FeedAddresses): (content: string) => AtomElement {
  return (content) => ({
    name: 'entry',
    content: [
      { name: 'id', content: [idOf(part.href)] },
      words('title', titleOfPart(part, series, wordsOf(series))),
      { name: 'link', attributes: { rel: 'alternate', href: linkTo(part.href) } },
      { name: 'published', content: [momentOf(part.published)] },
      { name: 'updated', content: [momentOf(dayOf(part))] },
      ...by(part, series),
      words('summary', part.description),
      { name: 'content', attributes: { type: 'html' }, content: [content] },
    ],
  })
}

type By = Pick<Part, 'authors' | 'editors' | 'translators'>

/** Whose a part is: where it does not say, those of the series. */
const by = ({ authors, editors, translators }: By, series: Series): AtomElement[] => [
  ...named('author', authors ?? series.authors),
  ...named('contributor', editors ?? series.editors),
  ...named('contributor', translators ?? series.translators),
]

const named = (name: 'author' | 'contributor', people: readonly PersonName[] = []): AtomElement[] =>
  people.map((person) => {
    const uri = orcidAddress(person) ?? person.url
    return { name, content: [{ name: 'name', content: [fullName(person)] }, ...(uri ? [{ name: 'uri', content: [uri] }] : [])] }
  })

/** RFC 5005, section 4. */
const feedHistory = 'http://purl.org/syndication/history/1.0'

/** An element whose words are text and nothing else. */
const words = (name: string, text: string): AtomElement => ({ name, attributes: { type: 'text' }, content: [text] })

/** A day as the format wants it, with the time: that of its beginning. */
const momentOf = (day: string) => `${day}T00:00:00.000Z`
