import { nameInPart } from '../locales/part-names.ts'
import type { Words as Sayings } from '../locales/words.ts'
import type { CertaintyLevel } from '../model/certainty.ts'
import { textOfCitation } from '../model/citation-html.ts'
import type { DocumentFacts, Spot, Words } from '../model/facts.ts'
import type { Citation, CitationCluster, Excerpt, Mention, Note, Paragraph, Place, Section, ShownDate } from '../model/series.ts'
import { idOfCitation, printCitations } from './citations/print-citations.ts'
import { beginningOf, excerptAround, type Spoken, speak, textOf, type WordsOfComponent } from './excerpts.ts'
import type { Context } from './link-context.ts'
import { showDate, textOfDate } from './shown-dates.ts'

/** A document of which it is known what its components print, and where each thing in it stands. */
export type LinkedDocument = {
  readonly sections: readonly Section[]
  readonly paragraphs: readonly Paragraph[]
  readonly citations: readonly Citation[]
  readonly clusters: readonly CitationCluster[]
  readonly dates: readonly ShownDate[]
  readonly notes: readonly Note[]
  readonly mentions: readonly { readonly term: string; readonly mention: Mention }[]
}

/** Says what stands in a document, once all others are known. */
export function linkDocument(written: DocumentFacts, context: Context): LinkedDocument {
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
    if (component.kind === 'date') return textOfDate(dates[component.ordinal - 1] ?? { text: '', isDual: false })
    if (component.kind === 'see') return saySee(component.id, facts, context.words, say)
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

/** A place of a document, and what to call it. */
export function placeIn(
  { kind, id, paragraphs, notes }: DocumentFacts,
  spot: Spot,
  { parts, series, terms, pages, words }: Context,
): Place {
  const fragment = spot.kind === 'note' ? `#note-${spot.id}` : spot.key && `#p-${spot.key}`
  if (kind === 'term') return { kind: 'term', href: `/glossary/${id}/${fragment}`, label: terms.get(id)?.name ?? id }
  if (kind === 'page') return { kind: 'page', href: `${hrefOfPage(id)}${fragment}`, label: pages.get(id) ?? id }
  const part = parts.get(id) ?? { title: id }
  const number =
    spot.kind === 'note' ? notes.find((note) => note.id === spot.id)?.number : paragraphs.find(({ key }) => key === spot.key)?.number
  const label = nameInPart(part, series, words, number === undefined ? undefined : { kind: spot.kind, number })
  return { kind: spot.kind, ...(part.number !== undefined && { part: part.number }), href: `/${id}/${fragment}`, label }
}

/** “Figure 2”, “Table 1”, “Audio 1”, or the title of a section in quotation marks. */
function saySee(id: string, { figures, sections }: DocumentFacts, words: Sayings, say: WordsOfComponent): string {
  const figure = figures.find((one) => one.id === id)
  if (figure) return words.say(`part.${figure.kind}`, { number: figure.number })
  const section = sections.find((one) => one.id === id)
  return section ? words.say('site.quote', { words: textOf(section.words, say) }) : id
}

/** “Disputed: ” */
const sayLevel = (level: CertaintyLevel, words: Sayings) => `${words.say('certainty.because', { level: words.say(`certainty.${level}`) })} `

export const hrefOfPage = (id: string) => (id === 'home' ? '/' : `/${id}/`)

const sentenceOf = ({ before, match, after }: Excerpt): string => (before + match + after).trim()
