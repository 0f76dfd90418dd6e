import { keep } from '../kept-results.ts'
import type { PartialCatalogue } from '../locales/catalogue.ts'
import { titleOfPart } from '../locales/part-names.ts'
import { rowOf } from '../locales/row.ts'
import { type Words as Sayings, wordsOf } from '../locales/words.ts'
import type { Manuscript } from '../manuscript/read-manuscript.ts'
import { memoize, memoizeByValue } from '../memoize.ts'
import { type CitationStyleName, isCitationStyle } from '../model/citation-styles.ts'
import { firstSentence } from '../model/cut.ts'
import { takeDate } from '../model/dates/calendar-date.ts'
import { yearOf } from '../model/dates/edtf.ts'
import type { DocumentFacts } from '../model/facts.ts'
import { type EventFile, hrefOfEvent } from '../model/files/event-file.ts'
import type { PartFile, SeriesFile } from '../model/files/series-file.ts'
import type { TermFile } from '../model/files/term-file.ts'
import { fullName } from '../model/names.ts'
import type { Citation, Event, Mention, Page, Part, Series, Source, Term } from '../model/series.ts'
import type { CitationFormatter } from './citations/citations.ts'
import { type CitedOnAnyHash, type CitedSeries, formsForAnyHash, formsWithHash } from './citations/cite-part.ts'
import { compareLocators } from './citations/locators.ts'
import { sourceFormsOf } from './citations/source-forms.ts'
import { authorOf, labelOf } from './citations/source-names.ts'
import { linkCharts } from './link-charts.ts'
import { type Context, contextOf, formatterOf, type Names } from './link-context.ts'
import { hrefOfPage, type LinkedDocument, linkDocument, placeIn } from './link-document.ts'
import { namesOf, ownFacesOf } from './looks/own-faces.ts'
import { themeOf } from './looks/theme.ts'
import { relationsOf } from './relations.ts'
import { retiredOf } from './retired.ts'
import { showDate, showSpan } from './shown-dates.ts'

const wordsPerMinute = 220

/**
 * Makes the Series of a manuscript in which no mistake was found.
 *
 * @param hash that of its files
 * @param today ISO 8601, the day of what has not been recorded as published
 */
export function linkSeries(manuscript: Manuscript & { series: { file: SeriesFile } }, hash: string, today: string): Series {
  const { version, address: _, permalinks: __, style: ___, theme, front, back, volumes, ...file } = manuscript.series.file
  const inOrder = inReadingOrder(manuscript)
  const ownWords = withKinds(manuscript.words?.file, manuscript.kinds.words)
  const words = wordsOf({ language: file.language, words: ownWords })
  const edition = {
    version,
    date:
      inOrder
        .map(({ file: part }) => part.revisions.at(-1)?.date ?? part.published ?? today)
        .sort()
        .at(-1) ?? '',
    hash,
    shortHash: hash.slice(0, 7),
  }
  const formatter = formatterOf('', manuscript.sources, styleOf(file), file.language, manuscript.words?.file ?? null)
  const context = contextOf(
    '',
    formatter,
    JSON.stringify({
      language: file.language,
      ownWords,
      newCalendar: file['new-calendar'],
      terms: manuscript.terms.map(({ id, file: term }) => [id, { name: term.name, label: term.short ?? term.name }]),
      parts: inOrder.map(({ id, number, file: { title } }) => [id, { title, ...(number && { number }) }]),
      pages: manuscript.pages.map(({ id, file: page }) => [id, page.title]),
    } satisfies Names),
  )
  const linked = new Map(
    [...inOrder, ...manuscript.terms, ...manuscript.pages].map(({ facts, key }) => [facts, linkText(facts.path, facts, key, context)]),
  )
  const linkedOf = (facts: DocumentFacts) => linked.get(facts) as LinkedDocument
  const all = [...linked.values()]
  const mentions = new Map<string, Mention[]>()
  for (const document of all) {
    for (const { term, mention } of document.mentions) {
      const others = mentions.get(term)
      if (others) others.push(mention)
      else mentions.set(term, [mention])
    }
  }
  const relations = relationsOf(manuscript.terms, context.date, words)
  const describe = (said: string | undefined, { paragraphs }: Pick<LinkedDocument, 'paragraphs'>, title: string) =>
    said ?? (firstSentence(paragraphs[0]?.text ?? '') || title)
  const first = inOrder.find(({ number }) => number !== undefined) ?? inOrder[0]
  const { language, title, slug, authors, editors, translators, publisher } = file
  const citedSeries = { language, title, slug, authors, editors, translators, publisher }
  const series = {
    ...file,
    description: first ? describe(file.description, linkedOf(first.facts), file.title) : file.title,
    ...(ownWords && { words: ownWords }),
    ...(Object.keys(manuscript.kinds.marks).length > 0 && { marks: manuscript.kinds.marks }),
    edition,
    byline: rowOf(file.authors.map(fullName), file.language),
    ...(theme && { theme: { ...themeOf(theme).theme, ...facesOf(theme.faces, manuscript.faces) } }),
    ...(volumes && { volumes: volumes.map(({ title }) => title) }),
    parts: inOrder.map(({ id, number, file: part, facts }): Part => {
      const { mentions: _, notes, sections, ...texts } = linkedOf(facts)
      const volume = (volumes ?? []).findIndex(({ parts }) => parts.includes(id)) + 1
      const people = peopleOf(part)
      return {
        slug: id,
        ...(number ? { number } : { matter: back.includes(id) ? ('back' as const) : ('front' as const) }),
        ...(volume > 0 && { volume }),
        title: part.title,
        description: describe(part.description, texts, part.title),
        href: `/${id}/`,
        sections,
        notes,
        ...people,
        published: part.published ?? today,
        ...(part.revisions.length > 0 && { updated: part.revisions.at(-1)?.date ?? '' }),
        revisions: part.revisions,
        citeAs: formsWithHash(
          citationForms(
            id,
            {
              slug: id,
              named: titleOfPart({ number, title: part.title }, { parts: inOrder }, words),
              edition: { version, date: edition.date },
              ...(volume > 0 && { volume }),
              ...people,
            },
            citedSeries,
            ownWords ?? null,
          ),
          edition.shortHash,
        ),
        words: facts.wordCount,
        minutes: Math.max(1, Math.round(facts.wordCount / wordsPerMinute)),
        ...((part.isDraft || (part.published ?? today) > today) && { isDraft: true as const }),
        ...texts,
      }
    }),
    pages: manuscript.pages.map(({ id, file: page, facts }): Page => {
      const { mentions: _, notes: __, ...texts } = linkedOf(facts)
      return { slug: id, title: page.title, ...(page.description && { description: page.description }), href: hrefOfPage(id), ...texts }
    }),
    sources: linkSources(
      manuscript,
      formatter,
      Map.groupBy(
        [...linked].flatMap(([{ path }, { citations }]) => citedInOrder(path, citations, file.language)),
        ({ source }) => source,
      ),
      words,
    ),
    terms: manuscript.terms
      .map(({ id, file: term, facts }): Term => {
        const { relations: _, dates, sources, ...fields } = term
        const { mentions: __, notes: ___, sections: ____, ...texts } = linkedOf(facts)
        const { start, end, span } = spanOf(facts.path, dates, context)
        return {
          ...fields,
          id,
          href: `/glossary/${id}/`,
          label: term.short ?? term.name,
          sortKey: term.sort ?? term.name,
          ...(span && { span }),
          ...(start && { start }),
          ...(end && { end }),
          ...(dates?.note && { dateNote: dates.note }),
          definition: texts.paragraphs.map(({ text }) => text).join('\n'),
          relations: relations.get(id) ?? [],
          sources,
          mentions: mentions.get(id) ?? [],
          ...texts,
        }
      })
      .sort((a, b) => words.compare(a.sortKey, b.sortKey)),
    events: linkEvents(manuscript, inOrder, context),
    ...linkPlaces(manuscript),
    ...(manuscript.map && { map: manuscript.map }),
    charts: linkCharts(
      manuscript.charts.map(({ id, file: chart }) => ({ ...chart, id })),
      inOrder,
      manuscript.pages,
    ),
  }
  return { ...series, ...retiredOf(manuscript, series, words) }
}

/** The parts as they are read, each with its number if it has one. A draft that is shown need not be in the list yet. */
function inReadingOrder({ series, parts }: Manuscript & { series: { file: SeriesFile } }) {
  const { front, parts: listed, back } = series.file
  const bySlug = new Map(parts.map((part) => [part.id, part]))
  const find = (ids: readonly string[]) => ids.flatMap((slug) => bySlug.get(slug) ?? [])
  const named = new Set([...front, ...listed, ...back])
  const counted = [...find(listed), ...parts.filter(({ id }) => !named.has(id))]
  return [
    ...find(front).map((part) => ({ ...part, number: undefined })),
    ...counted.map((part, i) => ({ ...part, number: i + 1 })),
    ...find(back).map((part) => ({ ...part, number: undefined })),
  ]
}

/** Who had a hand in a part, as far as its front matter says. */
const peopleOf = ({ authors, editors, translators }: PartFile) => ({
  ...(authors && { authors: [...authors] }),
  ...(editors && { editors }),
  ...(translators && { translators }),
})

/** The words of the writer with those of the kinds, which give way to them; nothing where there are none of either. */
function withKinds(own: PartialCatalogue | undefined, kinds: PartialCatalogue): PartialCatalogue | undefined {
  const groups = Object.entries(kinds).filter(([, words]) => Object.keys(words).length > 0)
  if (groups.length === 0) return own
  return { ...own, ...Object.fromEntries(groups.map(([group, words]) => [group, { ...words, ...own?.[group] }])) }
}

const citationForms = memoizeByValue(
  (part: CitedOnAnyHash, file: CitedSeries & { readonly language: string }, own: PartialCatalogue | null) =>
    formsForAnyHash(part, file, wordsOf({ language: file.language, words: own ?? undefined })),
)

const linkText = memoize((facts: DocumentFacts, key: string, context: Context) =>
  keep('linked', [key, context.key], () => linkDocument(facts, context)),
)

/** From when to when something was, and how that is said. */
const spanOf = memoize((dates: TermFile['dates'], { date: dateOf, words }: Context) => {
  const [start, end] = [dates?.start, dates?.end].map((date) => date && dateOf(date))
  return { start, end, span: showSpan(start, end, words) }
})

/** The places with the events that happened there; where they are of kinds, kind by kind, those without one last. */
function linkPlaces({ places, events, kinds }: Manuscript): Pick<Series, 'places' | 'placeKinds'> {
  const inUse = kinds.places.filter((id) => places.files.some(({ kind }) => kind === id))
  const rank = ({ kind }: { readonly kind?: string | undefined }) => (kind === undefined ? inUse.length : inUse.indexOf(kind))
  return {
    places: places.files
      .toSorted((a, b) => rank(a) - rank(b))
      .map((place) => ({
        ...place,
        href: `/places/#${place.id}`,
        events: events.files.filter((event) => event.place === place.id).map(({ id }) => id),
      })),
    ...(inUse.length > 0 && { placeKinds: inUse.flatMap((id) => (kinds.ofPlaces[id] ? [{ id, ...kinds.ofPlaces[id] }] : [])) }),
  }
}

/** The events with the places of the parts that name their day. */
function linkEvents({ events }: Manuscript, parts: readonly { readonly facts: DocumentFacts }[], context: Context): Event[] {
  const told = parts.flatMap(({ facts }) =>
    facts.dates.map(({ written, spot }) => ({ day: context.date(written).gregorian, place: placeIn(facts, spot, context) })),
  )
  return events.files.map((file, i) => {
    const { event, date, shown } = datedEvent(String(i), file, context)
    const toldIn = new Map(
      told
        .filter(({ day }) => event['part-of'] === undefined && date.precision === 'day' && day === date.gregorian)
        .map(({ place }) => [place.href, place]),
    )
    return {
      ...event,
      href: hrefOfEvent(event),
      date,
      shown,
      toldIn: [...toldIn.values()],
    }
  })
}

const datedEvent = memoize((file: EventFile, { date: dateOf, words }: Context) => {
  const [written, event] = takeDate(file)
  const date = dateOf(written)
  return { event, date, shown: showDate(date, words, { withYear: true, inBothCalendars: true }) }
})

/** The citation style of the series, which was checked with the manuscript. */
function styleOf({ 'citation-style': style }: Pick<SeriesFile, 'citation-style'>): CitationStyleName {
  if (!isCitationStyle(style)) throw new Error(`The citation style ${style} was not checked.`)
  return style
}

/** The citations of a text, those of each source as its places follow in the work. */
const citedInOrder = memoize((citations: readonly Citation[], language: string): readonly Citation[] => {
  const bySource = Map.groupBy(citations, ({ source }) => source)
  for (const some of bySource.values()) some.sort((a, b) => compareLocators(a.locator, b.locator, language))
  return [...bySource.values()].flat()
})

function linkSources(
  { sources, terms }: Manuscript,
  { bibliography }: CitationFormatter,
  cited: ReadonlyMap<string, readonly Citation[]>,
  words: Sayings,
): Source[] {
  const order = [...bibliography.keys()]
  const forms = sourceFormsOf(sources, words)
  return sources
    .map(({ id, file }): Source => {
      const year = yearOf(file['original-date'] ?? file.issued)
      return {
        ...file,
        id,
        href: `/sources/${id}/`,
        html: bibliography.get(id) ?? file.title,
        label: labelOf(file),
        authorSort: authorOf(file, words),
        ...(/^\d{4}$/u.test(year ?? '') && { year: year as string }),
        forms: forms.get(id) ?? [],
        citedIn: cited.get(id) ?? [],
        supports: terms.flatMap(({ id: term, file: { sources: used } }) =>
          used.filter(({ source }) => source === id).map(({ locator }) => ({ term, ...(locator && { locator }) })),
        ),
      }
    })
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

/** The families of one’s own, where there are any. */
function facesOf(...given: Parameters<typeof ownFacesOf>) {
  const { faces } = ownFacesOf(...given)
  return faces.length > 0 ? { faces: namesOf(faces) } : {}
}
