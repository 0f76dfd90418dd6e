import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/**
 * What Zotero makes of a page, by the rules of its translators, read from their sources (github.com/zotero/translators
 * and zotero/utilities, 2024) and written down again, as far as pages of this program can touch them:
 *
 * - of all translators that find something, the one with the smallest priority is used: `COinS.js` (310) goes before
 *   `Embedded Metadata.js` (320);
 * - `COinS.js`: every `span.Z3988` with a title is an item if `parseContextObject` knows its format; two are “multiple”;
 * - `Embedded Metadata.js`: the kind of item is what HighWire’s tags say (`citation_journal_title`, `citation_inbook_title`
 *   …), or else what is told in Dublin Core and Open Graph (`RDF.js`); HighWire’s fields go before those, and of several
 *   tags of one name the first counts; names are matched from the end.
 */
export type PageFacts = {
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  readonly contextObjects: readonly string[]
  readonly title: string
  readonly canonical: string
}

export type ZoteroItem = {
  readonly itemType: string
  readonly title?: string
  readonly creators: readonly Creator[]
  readonly date?: string
  readonly url?: string
  readonly publicationTitle?: string
  readonly publisher?: string
  readonly place?: string
  readonly language?: string
  readonly ISBN?: string
  readonly DOI?: string
  readonly abstractNote?: string
  readonly pages?: string
  readonly volume?: string
  readonly issue?: string
  readonly edition?: string
}

/** One field for a name that is not split. */
export type Creator = { readonly lastName: string; readonly firstName?: string; readonly creatorType?: string }

/** The items that Zotero offers to save from a page, and which translator finds them. */
export function itemsOf(page: PageFacts): { translator: 'COinS' | 'Embedded Metadata'; items: ZoteroItem[] } {
  const items = page.contextObjects.flatMap((text) => parseContextObject(text) ?? [])
  if (items.length > 0) return { translator: 'COinS', items }
  return { translator: 'Embedded Metadata', items: [embeddedItem(page)] }
}

/** Reads what stands in a page at an address. */
export function pageFactsOf(html: string, address: string): PageFacts {
  const elements = elementsIn(parse(html))
  const named = (name: string) =>
    elements.filter(({ tagName }) => tagName === name).map((element) => ({ element, attributes: attributesOf(element) }))
  const canonical = named('link').find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href
  return {
    metas: named('meta').map(({ attributes: { name, property = '', content = '' } }) => ({ name: name || property, content })),
    contextObjects: named('span').flatMap(({ attributes }) =>
      /(?:^|\s)Z3988(?:\s|$)/u.test(attributes.class ?? '') ? (attributes.title ?? []) : [],
    ),
    title: named('title').flatMap(({ element }) => element.childNodes.map((node) => ('value' in node ? node.value : '')))[0] ?? '',
    canonical: new URL(canonical ?? '', address).href,
  }
}

type Element = DefaultTreeAdapterTypes.Element

const attributesOf = (element: Element): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))

const elementsIn = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []))

const typesByHighwire: Record<string, string> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_book_title: 'bookSection',
  citation_inbook_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
}

function embeddedItem({ metas, title, canonical }: PageFacts): ZoteroItem {
  const all = (name: string) => metas.filter((meta) => meta.name.endsWith(name)).map(({ content }) => content)
  const first = (...names: string[]) => names.map((name) => all(name)[0]?.trim()).find(Boolean)
  // Of several names for one field the last that is there overwrites the others.
  const last = (...names: string[]) => names.flatMap((name) => all(name)[0]?.trim() || []).at(-1)
  const hwTypes = metas.flatMap(({ name }) => typesByHighwire[name.slice(Math.max(0, name.lastIndexOf('citation_')))] ?? [])
  const guess = metas.some(({ name }) => /citation_(?:series_)?title$/u.test(name)) ? 'journalArticle' : undefined
  const og = { article: 'journalArticle', website: 'webpage', book: 'book' }[first('og:type') ?? '']
  const authors = all('citation_author')
  const publicationTitle = last('citation_journal_title', 'citation_inbook_title') ?? first('og:site_name')
  const found = last('citation_title') ?? first('DC.title', 'og:title') ?? title
  return defined({
    itemType: hwTypes.at(-1) ?? (og === 'webpage' ? og : (guess ?? og ?? 'webpage')),
    title: publicationTitle && found.endsWith(` · ${publicationTitle}`) ? found.slice(0, -publicationTitle.length - 3) : found,
    creators: (authors.length > 0 ? authors : all('DC.creator')).flatMap((author, _, { length }) => namesIn(author, length)),
    date:
      last('citation_publication_date', 'citation_cover_date', 'citation_date') ??
      first('DCTERMS.issued', 'DC.date') ??
      first('citation_online_date', 'citation_year'),
    url: last('citation_public_url') ?? first('og:url') ?? first('citation_abstract_html_url', 'citation_fulltext_html_url') ?? canonical,
    publicationTitle,
    publisher: last('citation_publisher') ?? first('DC.publisher'),
    language: last('citation_language') ?? first('DC.language'),
    abstractNote: last('citation_abstract') ?? first('og:description', 'DCTERMS.abstract', 'description'),
    ISBN: last('citation_isbn'),
    DOI: last('citation_doi'),
  })
}

/** Several names in one tag are parted by semicolons, and by commas where there is one tag and both sides look like full names. */
function namesIn(content: string, tags: number): Creator[] {
  const parts = content.split(/\s*;\s*/u)
  const [only = ''] = parts
  const byComma = only.split(/\s*,\s*/u)
  const isList = parts.length === 1 && tags === 1 && byComma.length > 1 && byComma[0]?.includes(' ') && byComma[1]?.includes(' ')
  return (isList ? byComma : parts).filter(Boolean).map((name) => cleanAuthor(name, name.includes(',')))
}

/** `Zotero.Utilities.cleanAuthor`: what stands before the comma is the family name; without one, the last word is. */
function cleanAuthor(author: string, isInverted: boolean): Creator {
  const name = author.replace(/^[\s\u00A0.,/[\]:]+|[\s\u00A0.,/[\]:]+$/gu, '').replace(/[\s\u00A0]+/u, ' ')
  if (isInverted) {
    const [lastName = '', firstName] = name.split(/[,،] ?/u)
    return defined({ lastName, firstName: firstName && withDots(firstName), creatorType: 'author' })
  }
  const space = name.lastIndexOf(' ')
  return defined({
    lastName: name.slice(space + 1),
    firstName: space > 0 ? withDots(name.slice(0, space)) : undefined,
    creatorType: 'author',
  })
}

/** The stop at the end of a name is lost at first; single capitals get it back. */
const withDots = (firstName: string) => firstName.replace(/(?<=^|[-\s])[A-Z\u0400-\u042F](?=$|[-\s])/gu, '$&.')

const formats: Record<string, string> = {
  journal: 'journalArticle',
  book: 'book',
  dissertation: 'thesis',
  patent: 'patent',
  dc: 'webpage',
}
const genres: Record<string, string> = {
  bookitem: 'bookSection',
  conference: 'conferencePaper',
  proceeding: 'conferencePaper',
  report: 'report',
  document: 'document',
}
const isPart = (type: string) => ['journalArticle', 'bookSection', 'conferencePaper'].includes(type)
/** Of Zotero’s kinds of items those that a work can be described as. */
const itemTypes = new Set(
  'blogPost bookSection dictionaryEntry document encyclopediaArticle interview letter magazineArticle manuscript map newspaperArticle presentation statute webpage'.split(
    ' ',
  ),
)

/** `Zotero.OpenURL.parseContextObject`. */
function parseContextObject(text: string): ZoteroItem | undefined {
  const pairs = text.split('&').map((pair): [string, string] => {
    const [key = '', value = ''] = pair.split('=')
    return [key, decodeURIComponent(value.replace(/\+|%2[bB]/gu, ' '))]
  })
  const value = (key: string) => pairs.filter(([name]) => name === key).at(-1)?.[1]
  const format = formats[value('rft_val_fmt')?.replace('info:ofi/fmt:kev:mtx:', '') ?? '']
  if (!format) return undefined
  const declared = format === 'webpage' && itemTypes.has(value('rft.type') ?? '') ? value('rft.type') : undefined
  const itemType = (format === 'book' && genres[value('rft.genre') ?? '']) || declared || format
  const ids = pairs.filter(([key]) => key === 'rft_id').map(([, id]) => id)
  const btitle = value('rft.btitle')
  const title = isPart(format === 'book' ? itemType : format)
    ? value('rft.atitle')
    : (value('rft.title') ?? (['book', 'report'].includes(itemType) ? btitle : undefined))
  return defined({
    itemType,
    title,
    publicationTitle: isPart(itemType) ? (value('rft.jtitle') ?? btitle) : value('rft.source'),
    creators: creatorsIn(pairs),
    date: value('rft.date'),
    url: ids.find((id) => /^https?:\/\//u.test(id)) ?? value('rft.identifier'),
    DOI: ids.find((id) => id.startsWith('info:doi'))?.slice(9),
    ISBN: ids.find((id) => id.toLowerCase().startsWith('urn:isbn'))?.slice(9) ?? value('rft.isbn'),
    publisher: value('rft.pub') ?? value('rft.publisher') ?? value('rft.inst'),
    place: value('rft.place'),
    edition: value('rft.edition'),
    volume: value('rft.volume'),
    issue: value('rft.issue'),
    pages: value('rft.pages'),
    language: itemType === 'thesis' ? undefined : value('rft.language'),
  })
}

/** Whole names in their order; the name in parts is one of them and adds nothing; bodies go before. */
function creatorsIn(pairs: readonly [string, string][]): Creator[] {
  const whole = pairs.filter(([key]) => ['rft.au', 'rft.creator'].includes(key)).map(([, name]) => cleanAuthor(name, name.includes(',')))
  const bodies = pairs.filter(([key]) => key === 'rft.aucorp').map(([, lastName]): Creator => ({ lastName }))
  const lastName = pairs.find(([key]) => key === 'rft.aulast')?.[1]
  const firstName = pairs.find(([key]) => key === 'rft.aufirst')?.[1] ?? ''
  const isThere = whole.some((creator) => creator.lastName === lastName && (creator.firstName ?? '').startsWith(firstName))
  return [...bodies, ...(lastName && !isThere ? [{ lastName, firstName, creatorType: 'author' }] : []), ...whole]
}

const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
