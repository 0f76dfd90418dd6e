import { type Counted, count } from '../../model/counts.ts'
import { fullName } from '../../model/names.ts'
import type { Series, Source, Term } from '../../model/series.ts'
import { termKindNames } from '../../model/term-file.ts'
import { divideTitle } from '../../model/titles.ts'

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
  const byHref = cards.get(series) ?? new Map(shareCards(series).map((card) => [card.href, card]))
  cards.set(series, byHref)
  return byHref.get(href)
}

/** Every page of the series that has a picture of its own. */
export function shareCards(series: Series): ShareCard[] {
  const { parts, terms, sources, events, places, pages } = series
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
  const some = (amount: number, noun: Counted) => (amount === 0 ? '' : count(amount, noun, series.language))
  const counts = [some(parts.length, 'part'), some(notes.length, 'note'), some(terms.length, 'term'), some(sources.length, 'source')]
  return [
    card('/', series.title, undefined, [], counts.filter(Boolean).join(' · ')),
    ...parts.map(({ href, title, number, description }) =>
      card(href, title, parts.length > 1 ? `Part ${number} of ${parts.length}` : 'The text', [description]),
    ),
    card('/notes/', 'Notes', undefined, [`${some(notes.length, 'note') || 'The notes'}, each with the sentence it belongs to`]),
    card('/sources/', 'Sources', undefined, [`${some(sources.length, 'source') || 'The sources'}, each with every passage that cites it`]),
    ...sources.map((source) => {
      const [main, sub] = divideTitle(source.title)
      return card(source.href, main, `Source · ${bylineOf(source)}`, [sub])
    }),
    card('/glossary/', 'Glossary', undefined, [`${some(terms.length, 'term') || 'The terms'}, each with every passage that mentions it`]),
    ...terms.map((term) => card(term.href, term.name, `Glossary · ${termKindNames[term.kind]}`, [nativeName(term), term.span])),
    card('/about/', about?.title ?? 'About this edition', undefined, [about?.description]),
    ...(events.length > 0
      ? [
          card('/timeline/', 'Timeline', undefined, [
            `${some(events.length, 'dated event')}${series['new-calendar'] ? ', in both calendars' : ''}`,
          ]),
        ]
      : []),
    ...(places.length > 0 ? [card('/places/', series.map?.title ?? 'Places', undefined, [some(places.length, 'place')])] : []),
  ]
}

const nativeName = ({ native, name }: Term) => native.find(({ text }) => text !== name)?.text

/** “Lars T. Lih, 2006”. */
function bylineOf({ author, editor, authorSort, year }: Source): string {
  const names = (author ?? editor ?? []).map(fullName)
  const shown = names.length > 2 ? `${names[0]} and others` : names.join(' and ') || authorSort
  return [shown, year].filter(Boolean).join(', ')
}
