import { say } from '../../locales/say.ts'
import type { ResultKind, SearchedPart } from '../../model/search.ts'
import { wordsOf } from '../../tokenizer/tokens.ts'
import { type Answer, type Finding, findingOf, type Match } from './rank-results.ts'
import { type SearchedSeries, titleOf } from './search-engine.ts'
import type { Piece } from './search-excerpt.ts'
import type { Found } from './searched-sites.ts'

/** Which of the matches are shown. */
export type Filter = { readonly kind?: ResultKind | undefined; readonly part?: string | undefined; readonly certainty?: string | undefined }

/** Results of one kind, and for text of one part. */
type Group = {
  readonly heading: string
  readonly kind: ResultKind
  readonly part?: SearchedPart | undefined
  readonly matches: readonly Match[]
  /** How many there are: of some only the first are matches. */
  readonly count: number
  readonly found: Found
}

const kinds = {
  part: 'text',
  note: 'notes',
  term: 'glossary',
  source: 'sources',
  event: 'timeline',
  place: 'places',
  page: 'pages',
} as const satisfies Record<ResultKind, string>

export const nameOfKind = (kind: ResultKind): string => say('site-search', kinds[kind])

const shownOfFirst = 3
const shownOfEach = 2
const shownOfOne = 12
const mostParts = 4

/** Whether a match passes a filter. */
export const passes = ({ kind, part, certainty }: Match, filter: Filter): boolean =>
  (filter.kind === undefined || kind === filter.kind) &&
  (filter.part === undefined || part?.slug === filter.part) &&
  (filter.certainty === undefined || certainty.some((level) => level === filter.certainty))

/**
 * The results as lists, a list for each kind and for each part, in the order of their best results. Of many only the
 * first are shown; a button leads to the others.
 *
 * @param more called with the filter that shows all of a list
 */
export async function listsOf(all: readonly Found[], filter: Filter, more: (filter: Filter) => void): Promise<Node[]> {
  const groups = (await Promise.all(all.map((found) => groupsOf(found, filter)))).flat()
  const isOne = groups.length === 1
  return Promise.all(
    groups.map(async (group, i) => {
      const { engine, answer } = group.found
      const list = element('ol', { 'data-search-results': '', ...languageOf(group) })
      const section = element('section', {}, element('h2', {}, group.heading, ' ', element('span', {}, String(group.count))), list)
      const append = async (from: number, to: number) => {
        const findings = await Promise.all(group.matches.slice(from, to).map((match) => findingOf(engine, match, answer.units)))
        list.append(...findings.map((finding) => itemOf(finding, answer)))
      }
      await append(0, isOne ? shownOfOne : i === 0 ? shownOfFirst : shownOfEach)
      if (group.count > list.children.length)
        section.append(isOne ? moreButton(group, list, append) : allButton(group, (shown) => more({ ...filter, ...shown })))
      return section
    }),
  )
}

/** Text is grouped by part where that makes few groups. */
async function groupsOf(found: Found, filter: Filter): Promise<Group[]> {
  const matches = found.answer.matches.filter((match) => passes(match, filter))
  const isByPart = !found.answer.counts && new Set(matches.flatMap(({ kind, part }) => (kind === 'part' ? [part] : []))).size <= mostParts
  const groups = Map.groupBy(matches, ({ kind, part, isOther, series }) =>
    [kind, kind === 'part' && isByPart ? part?.slug : '', isOther ? series.manifest.title : ''].join('|'),
  )
  return Promise.all(
    [...groups.values()].flatMap((members) => {
      const [first] = members
      return first ? [groupOf(first, members, found, isByPart)] : []
    }),
  )
}

async function groupOf(first: Match, matches: readonly Match[], found: Found, isByPart: boolean): Promise<Group> {
  const { kind } = first
  const part = kind === 'part' && isByPart ? first.part : undefined
  const heading = part ? await nameOfPart(part, first.series) : nameOfKind(kind)
  const series = first.isOther ? first.series.manifest.title : found.language?.name
  return {
    heading: series === undefined ? heading : say('site-search', 'ofSeries', { series: apart(series), heading: apart(heading) }),
    kind,
    part,
    matches,
    count: found.answer.counts?.kinds[kind] ?? matches.length,
    found,
  }
}

/** What is in another language than the page says so; the direction of a series beside it is seen from its words. */
function languageOf({ found: { language }, matches: [first] }: Group): Record<string, string> {
  if (language) return { lang: language.lang, dir: language.dir }
  const lang = first?.series.manifest.language
  return lang && first.isOther && !isOfPage(lang) ? { lang, dir: 'auto' } : {}
}

const isOfPage = (language: string) => document.documentElement.lang.split('-')[0] === language

/** “Part 1: The lamp”; where it is all there is, its title alone. */
async function nameOfPart(part: SearchedPart, series: SearchedSeries): Promise<string> {
  const { number } = part
  const title = await titleOf(part, series)
  return number !== undefined && series.manifest.parts.some((other) => other.number === 2)
    ? say('site-search', 'partTitled', { number, title: apart(title) })
    : title
}

/** Words with their own direction, on a page from right to left among those of another (UAX #9, isolates). */
const apart = (words: string): string =>
  document.documentElement.dir === 'rtl' || fromTheRight.test(words) ? `\u2068${words}\u2069` : words

const fromTheRight = /[\p{Script=Arab}\p{Script=Hebr}]/u

function allButton({ count, heading, kind, part }: Group, more: (filter: Filter) => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'more' }, say('site-search', 'showAll', { count, heading }))
  button.addEventListener('click', () => more({ kind, part: part?.slug }))
  return button
}

function moreButton({ matches }: Group, list: HTMLElement, append: (from: number, to: number) => Promise<void>): HTMLElement {
  const button = element('button', { type: 'button', class: 'more' }, say('site-search', 'showMore', { count: matches.length }))
  button.addEventListener('click', async () => {
    const shown = list.children.length
    await append(shown, shown + shownOfOne)
    list.children[shown]?.querySelector('a')?.focus()
    if (list.children.length >= matches.length) button.remove()
  })
  return button
}

/** What was asked for is marked wherever it stands: in the title, in the text, or else in the other name by which it was found. */
function itemOf({ kind, href, record, title, place, excerpt, rank }: Finding, { query, units }: Answer): HTMLElement {
  const link = element('a', { href, 'data-marked': JSON.stringify(excerpt.marked) }, ...title.pieces.map(nodeOf))
  const isUnseen = excerpt.marked.length === 0 && title.marked.length === 0
  const names = isUnseen || (rank === 0 && excerpt.marked.length === 0) ? (record.names ?? []) : []
  const name =
    names.find((name) => wordsOf(name).join(' ') === wordsOf(query).join(' ')) ??
    (isUnseen ? names.find((name) => units.some(({ unit }) => unit.kind !== 'day' && unit.words.some(isBegunIn(name)))) : undefined)
  const isOtherName = name && !wordsOf(record.title).some((word) => wordsOf(name).every((typed) => word.startsWith(typed.slice(0, -1))))
  return element(
    'li',
    { 'data-kind': kind },
    link,
    element('span', { class: 'place' }, ...place.pieces.map(nodeOf)),
    element('p', {}, ...(isOtherName ? [element('mark', {}, name), '. '] : []), ...excerpt.pieces.map(nodeOf)),
  )
}

const isBegunIn = (name: string) => (asked: string) => wordsOf(name).some((word) => word.startsWith(asked))

const nodeOf = ({ text, isMarked }: Piece) => (isMarked ? element('mark', {}, text) : text)

/** An element with attributes and children. */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}
