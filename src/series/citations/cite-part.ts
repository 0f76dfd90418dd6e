import { keep } from '../../kept-results.ts'
import type { TextKey } from '../../locales/catalogue.ts'
import type { Words } from '../../locales/words.ts'
import { memoize } from '../../memoize.ts'
import type { CitationStyleName } from '../../model/citation-styles.ts'
import type { SeriesFile } from '../../model/files/series-file.ts'
import { nameOnly, type PersonName } from '../../model/people.ts'
import type { CitationForm, Edition } from '../../model/series.ts'
import { bibtexListed, bibtexNames, bibtexText, bibtexTitle } from './bibtex-entry.ts'
import { useStyle } from './csl-engine.ts'
import { risName, risRecord } from './ris-record.ts'

/** What a citation of a part needs to know of it; `date` is the edition’s, in words and as ISO 8601. */
export type CitedPart = {
  readonly slug: string
  /** “Part 1: The lamp” */
  readonly named: string
  readonly volume?: number
  readonly authors?: readonly PersonName[]
  readonly editors?: readonly PersonName[]
  readonly translators?: readonly PersonName[]
  readonly edition: Pick<Edition, 'version' | 'date' | 'shortHash'>
}

/**
 * How a passage of a part is cited in each of the usual styles. What differs from passage to passage and from day to
 * day stands in braces: `{locator}` (“para. 12”), `{url}` (its permalink) and the day of access as `{d}`, `{month}`,
 * `{mon}`, `{mm}`, `{dd}` and `{yyyy}`. See decision 29.
 *
 * The styles leave the day of access out where a work is dated; it is put where their manuals have it: Chicago before
 * the address (14.12), MLA after it (5.111), APA as “Retrieved … from” (9.16), Harvard and MHRA in brackets after it, as
 * their styles do for works without a date.
 */
export function citationFormsOf(part: CitedPart, series: CitedSeries, words: Words): CitationForm[] {
  const { shortHash, ...edition } = part.edition
  return formsWithHash(formsForAnyHash({ ...part, edition }, series, words), shortHash)
}

/** The same with {@link formsWithHash} to come: formatting takes long, and every edit makes another hash of the edition. */
export function formsForAnyHash(part: CitedOnAnyHash, series: CitedSeries, words: Words): CitationForm[] {
  const item = itemOf(part, series, words)
  return keep('forms-of-citation', [JSON.stringify(item), words.language, words.own], () => formsOf(item, words))
}

export type CitedOnAnyHash = Omit<CitedPart, 'edition'> & { readonly edition: Omit<CitedPart['edition'], 'shortHash'> }

export const formsWithHash = (forms: readonly CitationForm[], hash: string): CitationForm[] =>
  forms.map((form) => ({
    ...form,
    ...(form.inText !== undefined && { inText: form.inText.replace(/XhashX/giu, hash) }),
    entry: form.entry.replace(/XhashX/giu, hash),
  }))

function formsOf(item: Item, words: Words): CitationForm[] {
  const noteIn = (style: CitationStyleName) => noteOf(style, item, words)
  const entryIn = (style: CitationStyleName) => entryOf(style, item, words)
  const text = (key: TextKey) => String(words.message(key))
  return [
    {
      id: 'chicago-notes',
      label: words.say('citations.chicagoNote'),
      entry: access(noteIn('chicago-notes'), text('citations.accessedInNote')),
    },
    {
      id: 'chicago-author-date',
      label: words.say('citations.chicagoAuthorDate'),
      inText: noteIn('chicago-author-date'),
      entry: access(entryIn('chicago-author-date'), text('citations.accessedInEntry')),
    },
    {
      id: 'mla',
      label: 'MLA',
      inText: noteIn('mla'),
      entry: `${entryIn('mla')} ${text('citations.accessedAtEnd')}`,
    },
    {
      id: 'apa',
      label: 'APA',
      inText: noteIn('apa'),
      entry: access(entryIn('apa'), text('citations.retrieved')),
    },
    {
      id: 'harvard',
      label: 'Harvard',
      inText: noteIn('harvard'),
      entry: access(entryIn('harvard'), text('citations.accessedInBrackets')),
    },
    { id: 'mhra', label: 'MHRA', entry: noteIn('mhra').replace('{url}&#62;', `{url}&#62; ${text('citations.accessedInSquareBrackets')}`) },
    { id: 'bibtex', label: 'BibTeX', isData: true, entry: bibtexOf(item, words) },
    { id: 'ris', label: 'RIS', isData: true, entry: risOf(item) },
  ]
}

/** Places in the form of a word, which no style and no format rewrites; each becomes the same in braces. */
const places: Record<string, string> = { XlocatorX: '{locator}', XurlX: '{url}' }

const withPlaces = (text: string) => text.replace(/X(?:locator|url)X/gu, (place) => places[place] ?? place)

export type CitedSeries = Pick<SeriesFile, 'title' | 'slug' | 'authors' | 'editors' | 'translators' | 'publisher'>

function itemOf(part: CitedOnAnyHash, series: CitedSeries, words: Words) {
  const { version, date } = part.edition
  const [year = 0, month = 0] = date.split('-').map(Number)
  const id = `${series.slug}-${part.slug}`
  const editors = part.editors ?? series.editors
  const translators = part.translators ?? series.translators
  return {
    id,
    type: 'chapter',
    author: (part.authors ?? series.authors).map(nameOnly),
    ...(editors && { editor: editors.map(nameOnly) }),
    ...(translators && { translator: translators.map(nameOnly) }),
    title: part.named,
    'container-title': series.title,
    // In brackets, for styles put the whole in parentheses.
    ...(part.volume && { volume: String(part.volume) }),
    edition: words.say('citations.edition', { version, date: words.day(date), hash: 'XhashX' }),
    ...(series.publisher && { publisher: series.publisher }),
    issued: { 'date-parts': [[year, month]] },
    URL: 'XurlX',
  }
}

type Item = ReturnType<typeof itemOf>

/** The citation in the text or note. The word before the locator is the passage’s own, so the style’s is taken out. */
function noteOf(style: CitationStyleName, item: Item, words: Words): string {
  const { prefix, cites, suffix } = useStyle(style, worksOf(item), words.language).cluster([
    { id: item.id, position: 0, locator: 'XlocatorX', label: 'paragraph' },
  ])
  return withPlaces(prefix + cites.map(({ html, after }) => html + after).join('') + suffix).replace(/\S+\s?(?=\{locator\})/u, '')
}

const entryOf = (style: CitationStyleName, item: Item, words: Words): string =>
  withPlaces([...useStyle(style, worksOf(item), words.language).entries().values()].join(''))

/** Puts the words for the day of access where the address stands. */
const access = (citation: string, words: string) => citation.replace('{url}', words)

/** The same list for the same work: a style that knows it need not learn it again. */
const worksOf = (item: Item) => listOf('', item)
const listOf = memoize((item: Item) => [item])

/** BibTeX has no field for the day of access. */
const bibtexOf = (item: Item, words: Words): string => {
  const { id, author, editor, translator, title, volume, edition, publisher, issued, 'container-title': series } = item
  const [year, month] = issued['date-parts'][0] ?? []
  const fields: [string, string | undefined][] = [
    ['author', bibtexNames(author)],
    ['booktitle', bibtexTitle(series)],
    ['editor', editor && bibtexNames(editor)],
    ['year', `{${year}}`],
    ['month', `{${month}}`],
    ['note', bibtexText(`XlocatorX, ${edition}, ${words.say('citations.accessedOn', { date: 'XdayX' })}`)],
    ['publisher', publisher && bibtexListed(publisher)],
    ['title', bibtexTitle(title)],
    ['translator', translator && bibtexNames(translator)],
    ['url', '{XurlX}'],
    ['volume', volume && `{${volume}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `\t${name} = ${value},\n`))
  return withPlaces(`@inbook{${id},\n${lines.join('')}}`).replace('XdayX', '{yyyy}-{mm}-{dd}')
}

const risOf = ({
  id,
  author,
  editor = [],
  translator = [],
  title,
  volume,
  edition,
  publisher,
  issued,
  'container-title': series,
}: Item): string =>
  withPlaces(
    risRecord('CHAP', [
      ...author.map((name) => ['AU', risName(name)] as const),
      ...editor.map((name) => ['A2', risName(name)] as const),
      ...translator.map((name) => ['A4', risName(name)] as const),
      ['ID', id],
      ['N1', `XlocatorX, ${edition}`],
      ['PB', publisher],
      ['PY', String(issued['date-parts'][0]?.[0])],
      ['T2', series],
      ['TI', title],
      ['UR', 'XurlX'],
      ['VL', volume],
      ['Y2', '{yyyy}/{mm}/{dd}/'],
    ]).trim(),
  )
