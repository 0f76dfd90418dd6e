import type { PartialCatalogue } from '../locales/catalogue.ts'
import { type Words as Sayings, wordsOf } from '../locales/words.ts'
import type { Manuscript } from '../manuscript/read-manuscript.ts'
import { memoize, memoizeByValue } from '../memoize.ts'
import type { CertaintyLevel } from '../model/certainty.ts'
import { textOfCitation } from '../model/citation-html.ts'
import { type CitationStyleName, isCitationStyle } from '../model/citation-styles.ts'
import { firstSentence } from '../model/cut.ts'
import { yearOf } from '../model/edtf.ts'
import type { DocumentFacts, Spot, Words } from '../model/facts.ts'
import { fullName } from '../model/names.ts'
import type {
  Citation,
  CitationCluster,
  Event,
  Excerpt,
  Mention,
  Note,
  Page,
  Paragraph,
  Part,
  Place,
  Section,
  Series,
  ShownDate,
  Source,
  Term,
} from '../model/series.ts'
import type { SeriesFile } from '../model/series-file.ts'
import type { CitationFormatter } from './citations/citations.ts'
import { type CitedPart, citationFormsOf } from './citations/cite-part.ts'
import { compareLocators } from './citations/locators.ts'
import { idOfCitation, printCitations } from './citations/print-citations.ts'
import { sourceFormsOf } from './citations/source-forms.ts'
import { authorOf, labelOf } from './citations/source-names.ts'
import { beginningOf, excerptAround, type Spoken, speak, textOf, type WordsOfComponent } from './excerpts.ts'
import { type Context, contextOf, formatterOf, type Names } from './link-context.ts'
import { relationsOf } from './relations.ts'
import { retiredOf } from './retired.ts'
import { showDate, showSpan, textOfDate } from './shown-dates.ts'

const wordsPerMinute = 220

/**
 * Makes the Series of a manuscript in which no mistake was found.
 *
 * @param hash that of its files
 * @param today ISO 8601, the day of what has not been recorded as published
 */
export function linkSeries(manuscript: Manuscript & { series: { file: SeriesFile } }, hash: string, today: string): Series {
  const { version, address: _, permalinks: __, ...file } = manuscript.series.file
  const listed = file.parts.flatMap((slug) => manuscript.parts.filter(({ id }) => id === slug))
  // A draft that is shown need not be in the list yet.
  const inOrder = [...listed, ...manuscript.parts.filter((part) => !listed.includes(part))]
  const words = wordsOf({ language: file.language, words: manuscript.words?.file })
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
      ownWords: manuscript.words?.file,
      newCalendar: file['new-calendar'],
      terms: manuscript.terms.map(({ id, file: term }) => [id, { name: term.name, label: term.short ?? term.name }]),
      parts: inOrder.map(({ id }, i) => [id, i + 1]),
      pages: manuscript.pages.map(({ id, file: page }) => [id, page.title]),
    } satisfies Names),
  )
  const linked = new Map(
    [...inOrder, ...manuscript.terms, ...manuscript.pages].map(({ facts }) => [facts, linkText(facts.path, facts, context)]),
  )
  const linkedOf = (facts: DocumentFacts) => linked.get(facts) as LinkedDocument
  const all = [...linked.values()]
  const describe = (said: string | undefined, { paragraphs }: Pick<LinkedDocument, 'paragraphs'>, title: string) =>
    said ?? (firstSentence(paragraphs[0]?.text ?? '') || title)
  const first = inOrder[0]
  const series = {
    ...file,
    description: first ? describe(file.description, linkedOf(first.facts), file.title) : file.title,
    ...(manuscript.words && { words: manuscript.words?.file }),
    edition,
    byline: file.authors.map(fullName).join(', '),
    parts: inOrder.map(({ id, file: part, facts }, i): Part => {
      const { mentions: _, notes, sections, ...texts } = linkedOf(facts)
      const number = i + 1
      return {
        slug: id,
        number,
        title: part.title,
        description: describe(part.description, texts, part.title),
        href: `/${id}/`,
        sections,
        notes,
        published: part.published ?? today,
        ...(part.revisions.length > 0 && { updated: part.revisions.at(-1)?.date ?? '' }),
        revisions: part.revisions,
        citeAs: citationForms(id, { slug: id, number, title: part.title, edition }, file as SeriesFile, manuscript.words?.file ?? null),
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
    sources: linkSources(manuscript, formatter, all, words),
    terms: manuscript.terms
      .map(({ id, file: term, facts }): Term => {
        const { relations: _, dates, sources, ...fields } = term
        const { mentions: __, notes: ___, sections: ____, ...texts } = linkedOf(facts)
        const [start, end] = [dates?.start, dates?.end].map((date) => date && context.date(date))
        const span = showSpan(start, end, words)
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
          relations: relationsOf(id, manuscript.terms, context.date, words),
          sources,
          mentions: all.flatMap(({ mentions }) => mentions.filter(({ term: mentioned }) => mentioned === id).map(({ mention }) => mention)),
          ...texts,
        }
      })
      .sort((a, b) => words.compare(a.sortKey, b.sortKey)),
    events: linkEvents(manuscript, inOrder, context),
    places: manuscript.places.files.map((place) => ({
      ...place,
      href: `/places/#${place.id}`,
      events: manuscript.events.files.filter((event) => event.place === place.id).map(({ id }) => id),
    })),
    ...(manuscript.map && { map: manuscript.map }),
    charts: manuscript.charts.map(({ id, file: chart }) => ({ ...chart, id })),
  }
  return { ...series, ...retiredOf(manuscript, series, words) }
}

const citationForms = memoizeByValue((part: CitedPart, file: SeriesFile, own: PartialCatalogue | null) =>
  citationFormsOf(part, file, wordsOf({ language: file.language, words: own ?? undefined })),
)

type LinkedDocument = {
  readonly sections: readonly Section[]
  readonly paragraphs: readonly Paragraph[]
  readonly citations: readonly Citation[]
  readonly clusters: readonly CitationCluster[]
  readonly dates: readonly ShownDate[]
  readonly notes: readonly Note[]
  readonly mentions: readonly { readonly term: string; readonly mention: Mention }[]
}

const linkText = memoize(linkDocument)

function linkDocument(written: DocumentFacts, context: Context): LinkedDocument {
  const { forms, clusters, inWords } = printCitations(written, context.formatter)
  const printed = <T extends { readonly words: readonly Words[] }>(texts: readonly T[]): T[] =>
    texts.map((text) => ({ ...text, words: inWords(text.words) }))
  const facts = { ...written, sections: printed(written.sections), paragraphs: printed(written.paragraphs), notes: printed(written.notes) }
  const dates = facts.dates.map(({ written, withYear, isFirst }) =>
    showDate(context.date(written), context.words, { withYear, inBothCalendars: isFirst }),
  )
  const say: WordsOfComponent = (component) => {
    if (component.kind === 'certainty') return sayLevel(component.level, context.words)
    if (component.own !== undefined) return component.own
    if (component.kind === 'date') return textOfDate(dates[component.ordinal - 1] ?? { datetime: '', text: '', isDual: false })
    if (component.kind === 'term') return context.terms.get(component.id)?.label ?? component.id
    return textOfCitation(forms.get(`cite-${component.id}-${component.ordinal}`)?.html ?? component.id)
  }
  const blocks = new Map<string, readonly Words[]>([
    ...facts.paragraphs.map(({ key, words }) => [`p-${key}`, words] as const),
    ...facts.notes.map(({ id, words }) => [`note-${id}`, words] as const),
  ])
  const spoken = new Map<string, Spoken & { readonly places: ReadonlyMap<string, number> }>()
  const spokenAt = (spot: Spot) => {
    const block = spot.kind === 'note' ? `note-${spot.id}` : `p-${spot.key}`
    const words = blocks.get(block) ?? []
    const found = spoken.get(block) ?? { ...speak(words, say, context.words.locale), places: placesOf(words) }
    spoken.set(block, found)
    return found
  }
  const excerptOf = (spot: Spot, kind: Words['kind'], id: string, ordinal: number) => {
    const block = spokenAt(spot)
    const at = block.places.get(`${kind} ${id} ${ordinal}`)
    return at === undefined ? { before: beginningOf(block.text), match: '', after: '' } : excerptAround(block, at)
  }
  const placeOf = (spot: Spot) => placeIn(facts, spot, context)
  const references = Map.groupBy(facts.references, ({ note }) => note)
  return {
    sections: facts.sections.map(({ id, words, level }) => ({ id, title: textOf(words, say), level })),
    paragraphs: facts.paragraphs.map(({ words, knownBy: _, ...paragraph }) => ({ ...paragraph, text: textOf(words, say) })),
    dates,
    clusters,
    citations: facts.citations.map(({ kind, source, locator, ordinal, spot }): Citation => {
      const id = idOfCitation({ kind, source, ordinal })
      return {
        id,
        source,
        ...(locator && { locator }),
        place: placeOf(spot),
        excerpt: excerptOf(spot, 'source', source, kind === 'citation' ? ordinal : 0),
        html: '',
        ...forms.get(id),
      }
    }),
    mentions: facts.mentions.map(({ kind, term, ordinal, spot }) => ({
      term,
      mention: { place: placeOf(spot), excerpt: excerptOf(spot, 'term', term, kind === 'word' ? ordinal : 0) },
    })),
    notes: facts.notes.map(
      ({ id, number, words }): Note => ({
        id,
        number,
        href: `/${facts.id}/#note-${id}`,
        text: textOf(words, say),
        certainty: facts.certainty
          .filter(({ note }) => note === id)
          .map((statement) => ({ level: statement.level, because: textOf(statement.words, say) })),
        references: (references.get(id) ?? []).map(({ ordinal, spot }) => ({
          id: `ref-${id}-${ordinal}`,
          ordinal,
          place: { ...placeOf(spot), href: `/${facts.id}/#ref-${id}-${ordinal}` },
          excerpt: sentenceOf(excerptOf(spot, 'marker', id, ordinal)),
        })),
      }),
    ),
  }
}

/** Where each component and marker stands among the words. */
const placesOf = (words: readonly Words[]) =>
  new Map(words.flatMap((part, at) => ('id' in part ? [[`${part.kind} ${part.id} ${part.ordinal}`, at] as const] : [])))

function placeIn({ kind, id, paragraphs, notes }: DocumentFacts, spot: Spot, { parts, terms, pages, words }: Context): Place {
  const fragment = spot.kind === 'note' ? `#note-${spot.id}` : spot.key && `#p-${spot.key}`
  if (kind === 'term') return { kind: 'term', href: `/glossary/${id}/${fragment}`, label: terms.get(id)?.name ?? id }
  if (kind === 'page') return { kind: 'page', href: `${hrefOfPage(id)}${fragment}`, label: pages.get(id) ?? id }
  const part = parts.get(id) ?? 0
  const number =
    spot.kind === 'note' ? notes.find((note) => note.id === spot.id)?.number : paragraphs.find(({ key }) => key === spot.key)?.number
  const label =
    number === undefined
      ? words.say('site.part', { number: part })
      : words.say(spot.kind === 'note' ? 'place.note' : 'place.paragraph', { part, number })
  return { kind: spot.kind, part, href: `/${id}/${fragment}`, label }
}

/** “Disputed: ” */
const sayLevel = (level: CertaintyLevel, words: Sayings) => `${words.say('certainty.because', { level: words.say(`certainty.${level}`) })} `

const hrefOfPage = (id: string) => (id === 'home' ? '/' : `/${id}/`)

/** The events with the places of the parts that name their day. */
function linkEvents({ events }: Manuscript, parts: readonly { readonly facts: DocumentFacts }[], context: Context): Event[] {
  const told = parts.flatMap(({ facts }) =>
    facts.dates.map(({ written, spot }) => ({ day: context.date(written).gregorian, place: placeIn(facts, spot, context) })),
  )
  return events.files.map(({ julian, gregorian, ...event }) => {
    const date = context.date({ julian, gregorian })
    const toldIn = new Map(
      told.filter(({ day }) => date.precision === 'day' && day === date.gregorian).map(({ place }) => [place.href, place]),
    )
    return {
      ...event,
      href: `/timeline/#event-${event.id}`,
      date,
      shown: showDate(date, context.words, { withYear: true, inBothCalendars: true }),
      toldIn: [...toldIn.values()],
    }
  })
}

/** The citation style of the series, which was checked with the manuscript. */
function styleOf({ 'citation-style': style }: Pick<SeriesFile, 'citation-style'>): CitationStyleName {
  if (!isCitationStyle(style)) throw new Error(`The citation style ${style} was not checked.`)
  return style
}

const sentenceOf = ({ before, match, after }: Excerpt): string => (before + match + after).trim()

function linkSources(
  { sources, terms }: Manuscript,
  { bibliography }: CitationFormatter,
  documents: readonly LinkedDocument[],
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
        citedIn: documents.flatMap(({ citations }) =>
          citations.filter(({ source }) => source === id).sort((a, b) => compareLocators(a.locator, b.locator, words.language)),
        ),
        supports: terms.flatMap(({ id: term, file: { sources: used } }) =>
          used.filter(({ source }) => source === id).map(({ locator }) => ({ term, ...(locator && { locator }) })),
        ),
      }
    })
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}
