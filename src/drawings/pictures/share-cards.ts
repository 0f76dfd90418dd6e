import type { PluralKey } from '../../locales/catalogue.ts'
import { rowOf } from '../../locales/row.ts'
import { type Words, wordsOf } from '../../locales/words.ts'
import { fullName } from '../../model/names.ts'
import type { Series, Source, Term } from '../../model/series.ts'
import { divideTitle } from '../../model/titles.ts'
import { noteUse, unrecorded } from '../../tracked-reads.ts'

/** What the share picture of a page says. */
export type ShareCard = {
  /** The page’s own, from the root of the site. */
  readonly href: string
  readonly over?: string | undefined
  readonly title: string
  /** Paragraphs under the title, as many as there is room for. */
  readonly under: readonly string[]
  readonly foot: string
  /** For those who do not see it. */
  readonly alt: string
}

/** In pixels; nearly two to one, as programs that preview links cut pictures to. */
export const shareCardSize = { width: 1200, height: 630 } as const

/** The picture of a page, from the root of the site: `/share/part-1.png` for `/part-1/`, `/share/index.png` for `/`. */
export const hrefOfPicture = (href: string): string => `/share/${href.slice(1, -1) || 'index'}.png`

const cards = new WeakMap<Series, ReadonlyMap<string, ShareCard>>()

/** What the picture of a page says, by its path; nothing where it has none. Asked for by every page, so made once for all. */
export function cardOfPage(series: Series, href: string): ShareCard | undefined {
  // Of all that the cards of all pages say, a page shows one.
  noteUse('card', href)
  return unrecorded(() => {
    const byHref = cards.get(series) ?? new Map(shareCards(series).map((card) => [card.href, card]))
    cards.set(series, byHref)
    return byHref.get(href)
  })
}

/** Every page of the series that has a picture of its own. */
export function shareCards(series: Series): ShareCard[] {
  const { parts, terms, sources, events, places, pages } = series
  const words = wordsOf(series)
  const notes = parts.flatMap((part) => part.notes)
  const about = pages.find(({ slug }) => slug === 'about')
  const card = (href: string, title: string, over: string | undefined, under: (string | undefined)[], foot = series.title): ShareCard => ({
    href,
    title,
    over,
    under: under.filter((paragraph) => paragraph !== undefined),
    foot,
    alt: [over, title, foot].filter(Boolean).join(' – '),
  })
  const numbered = parts.filter(({ number }) => number !== undefined).length
  const overOf = (number: number | undefined) => {
    if (number === undefined) return series.title
    return numbered > 1 ? words.say('part.ofParts', { number, parts: numbered }) : words.say('share.text')
  }
  const some = (amount: number, key: CountKey) => (amount === 0 ? '' : words.count(key, amount))
  const counts = [
    some(numbered, 'counts.parts'),
    some(notes.length, 'counts.notes'),
    some(terms.length, 'counts.terms'),
    some(sources.length, 'counts.sources'),
  ]
  return [
    card('/', series.title, undefined, [], counts.filter(Boolean).join(' · ')),
    ...parts.map(({ href, title, number, description }) => card(href, title, overOf(number), [description])),
    card('/notes/', words.say('site.notes'), undefined, [
      notes.length > 0 ? words.say('share.notes', { notes: some(notes.length, 'counts.notes') }) : words.say('share.noNotes'),
    ]),
    card('/sources/', words.say('site.sources'), undefined, [
      sources.length > 0 ? words.say('share.sources', { sources: some(sources.length, 'counts.sources') }) : words.say('share.noSources'),
    ]),
    ...sources.map((source) => {
      const [main, sub] = divideTitle(source.title)
      return card(source.href, main, words.say('share.source', { byline: bylineOf(source, words) }), [sub])
    }),
    card('/glossary/', words.say('site.glossary'), undefined, [
      terms.length > 0 ? words.say('share.terms', { terms: some(terms.length, 'counts.terms') }) : words.say('share.noTerms'),
    ]),
    ...terms.map((term) =>
      card(term.href, term.name, words.say('share.term', { kind: words.say(`termKindNames.${term.kind}`) }), [nativeName(term), term.span]),
    ),
    ...pages
      .filter(({ slug }) => slug !== 'home' && slug !== 'about')
      .map(({ href, title, description }) => card(href, title, undefined, [description])),
    card('/about/', about?.title ?? words.say('about.title'), undefined, [about?.description]),
    ...(events.length > 0
      ? [
          card('/timeline/', words.say('site.timeline'), undefined, [
            series['new-calendar']
              ? words.say('share.inBothCalendars', { events: some(events.length, 'counts.datedEvents') })
              : some(events.length, 'counts.datedEvents'),
          ]),
        ]
      : []),
    ...(places.length > 0
      ? [card('/places/', series.map?.title ?? words.say('site.places'), undefined, [some(places.length, 'counts.places')])]
      : []),
  ]
}

type CountKey = Extract<PluralKey, `counts.${string}`>

const nativeName = ({ native, name }: Term) => native.find(({ text }) => text !== name)?.text

/** “Lars T. Lih, 2006”. */
function bylineOf({ author, editor, authorSort, year }: Source, words: Words): string {
  const names = (author ?? editor ?? []).map(fullName)
  const shown = names.length > 2 ? words.say('citations.andOthersInFull', { name: names[0] ?? '' }) : words.list(names) || authorSort
  return rowOf([shown, ...(year ? [String(year)] : [])], words.language)
}
