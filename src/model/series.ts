import { z } from 'zod'
import { checkedDateSchema } from './calendar-date.ts'
import { certaintyLevelSchema } from './certainty.ts'
import { chartFileSchema } from './chart-file.ts'
import { citationStyleNames } from './citation-styles.ts'
import type { EventKind } from './event-file.ts'
import { fileIdSchema, idSchema, kindSchema } from './ids.ts'
import { eventMarks } from './kinds.ts'
import { permalinkKinds } from './ledger.ts'
import { mapFileSchema, placeFileSchema } from './place-file.ts'
import { personNameSchema, revisionSchema, rightsSchema, seriesFileSchema } from './series-file.ts'
import { sourceFileSchema } from './source-file.ts'
import { type RelationType, termFileSchema } from './term-file.ts'

const listOf = <T extends z.ZodType>(of: T) => z.array(of).readonly()
const isoDay = z.iso.date()
const ordinal = z.int().min(1)
const count = z.int().min(0)
/** A message by the forms of its language for numbers. */
const form = z.exactOptional(z.string())
const pluralSchema = z.strictObject({ none: form, zero: form, one: form, two: form, few: form, many: form, other: z.string() })
/** A page of the site from its root, or a place on one: `/part-1/`, `/part-1/#note-x`. */
const href = z.string().regex(/^\/(?:[^/#?\s]+\/)*(?:#\S+)?$/u)

/** What a citation calls this state of the texts. */
const editionSchema = z.strictObject({
  version: z.string(),
  /** The day on which a part last changed, ISO 8601. */
  date: isoDay,
  /** SHA-256 over the files of the manuscript, hexadecimal: the same texts and pictures have the same. */
  hash: z.string().regex(/^[\da-f]{64}$/u),
  /** Its first seven digits, which citations show. */
  shortHash: z.string().regex(/^[\da-f]{7}$/u),
})

/** How sure a fact is, with the reason where one is given. */
const certaintySchema = z.strictObject({ level: certaintyLevelSchema, because: z.string().min(1).optional() })

/** A place of the map with the ids of the events that happened there. */
const mapPlaceSchema = placeFileSchema.extend({ href, events: listOf(idSchema) })

const [sharesSchema, rangesSchema] = chartFileSchema.options
const chartSchema = z.discriminatedUnion('kind', [sharesSchema.safeExtend({ id: idSchema }), rangesSchema.safeExtend({ id: idSchema })])

const sectionSchema = z.strictObject({ id: z.string().min(1), title: z.string().min(1), level: z.int().min(2).max(6) })

const paragraphSchema = z.strictObject({
  /** The fragment is `p-<key>`. */
  key: z.string().min(1),
  /** For people: counts from 1 through the part. */
  number: ordinal,
  section: z.exactOptional(z.string()),
  text: z.string(),
})

/** A date as it is shown, in words: `text` in the calendar of the texts, `newStyle` in the new one where there are two. */
const shownDateSchema = z.strictObject({
  /** ISO 8601, Gregorian, for `<time datetime>`. */
  datetime: z.string().min(1),
  /** “about”, before all else, where the date is only about right. */
  about: z.exactOptional(z.string()),
  text: z.string(),
  newStyle: z.exactOptional(z.string()),
  /** Both calendars are printed unless the reader chooses one: so at the first mention of a day in a section. */
  isDual: z.boolean(),
  /** Printed after both, where the year is wanted and is the same in both calendars. */
  year: z.exactOptional(z.string()),
})

/** A place that can be linked, and what to call it. */
const placeSchema = z.strictObject({
  kind: z.enum(['paragraph', 'note', 'term', 'page']),
  href,
  /** “Part 1, ¶ 12”, “Part 1, note 5”, the name of a term, the title of a page. */
  label: z.string().min(1),
  /** The part, where it is in one. */
  part: z.exactOptional(ordinal),
})

/** A sentence around a fact: `match` is the fact itself. */
const excerptSchema = z.strictObject({ before: z.string(), match: z.string(), after: z.string() })

/** One use of a source. */
const citationSchema = z.strictObject({
  /** `cite-<source>-<ordinal>` within its document; for quotations `quote-<ordinal>`. */
  id: z.string().regex(/^(?:cite-.+|quote)-\d+$/u),
  source: idSchema,
  locator: z.exactOptional(z.string().min(1)),
  place: placeSchema,
  excerpt: excerptSchema,
  /** The citation as the style prints it among others, in HTML with `<i>` and `<span>` only; short where the work was cited before. */
  html: z.string(),
  /** Where the work can be found (its DOI or URL), where the citation is in full: print writes it out. */
  address: z.exactOptional(z.url()),
})

/** Citations that stand side by side, in the order of the style: what it puts before the first and after each, in HTML. */
const citationClusterSchema = z.strictObject({
  before: z.string(),
  citations: listOf(z.strictObject({ id: z.string().min(1), after: z.string() })),
})

/** What the components of one document print, in the order they stand in it. */
const documentTexts = {
  paragraphs: listOf(paragraphSchema),
  citations: listOf(citationSchema),
  clusters: listOf(citationClusterSchema),
  dates: listOf(shownDateSchema),
}
const documentTextsSchema = z.strictObject(documentTexts)

const referenceSchema = z.strictObject({
  /** `ref-<note>-<ordinal>`, a fragment of the part’s page. */
  id: z.string().regex(/^ref-.+-\d+$/u),
  ordinal,
  place: placeSchema,
  /** The sentence it stands in. */
  excerpt: z.string(),
})

const noteSchema = z.strictObject({
  id: idSchema,
  number: ordinal,
  href,
  text: z.string(),
  /** What in it is marked as more or less sure, in the order it stands in. */
  certainty: listOf(certaintySchema),
  /** In the order they stand in; at least one. */
  references: listOf(referenceSchema),
})

/** How a passage of a part is cited in one style; `{locator}`, `{url}` and the day of access are filled in when it is. */
const citationFormSchema = z.strictObject({
  id: z.enum([...citationStyleNames, 'bibtex', 'ris']),
  label: z.string().min(1),
  /** What stands in the running text, in styles that have a list of works as well. */
  inText: z.exactOptional(z.string()),
  /** The note, or the entry in the list of works, in HTML with `<i>` only; for programs to read, where `isData`, in plain text. */
  entry: z.string().min(1),
  isData: z.exactOptional(z.literal(true)),
})

const partSchema = z.strictObject({
  slug: idSchema,
  number: ordinal,
  title: z.string().min(1),
  description: z.string().min(1),
  href,
  sections: listOf(sectionSchema),
  notes: listOf(noteSchema),
  published: isoDay,
  /** The day of the last revision. */
  updated: z.exactOptional(isoDay),
  /** What changed since it was published, the oldest first. */
  revisions: listOf(revisionSchema),
  citeAs: listOf(citationFormSchema),
  words: count,
  /** Reading time in minutes at 220 words a minute, at least 1. */
  minutes: ordinal,
  /** Not finished, or not to be published yet: so only while it is written. */
  isDraft: z.exactOptional(z.literal(true)),
  ...documentTexts,
})

/** A page of the writer’s own. */
const pageSchema = z.strictObject({
  slug: idSchema,
  title: z.string().min(1),
  description: z.exactOptional(z.string().min(1)),
  href,
  sections: listOf(sectionSchema),
  ...documentTexts,
})

/** How a work is cited in one style, in HTML with `<i>` and `<span>` only. */
const sourceFormSchema = z.strictObject({
  style: z.enum(citationStyleNames),
  label: z.string().min(1),
  cites: z.enum(['in-note', 'in-text']),
  /** The note, in full, or what stands in the running text. */
  citation: z.string().min(1),
  /** The entry in the list of works. */
  entry: z.string().min(1),
})

const sourceSchema = sourceFileSchema.extend({
  id: idSchema,
  href,
  /** The entry of the bibliography as its style prints it, in HTML. */
  html: z.string().min(1),
  /** “Pipes, The Russian Revolution”. */
  label: z.string().min(1),
  /** “Pipes, Richard”, for sorting and display. */
  authorSort: z.string(),
  /** First publication, `original-date` or `issued`, as a year. */
  year: z.exactOptional(z.string().regex(/^\d{4}$/u)),
  /** In every style the program knows. */
  forms: listOf(sourceFormSchema),
  /** By part, then glossary, then pages; in each by locator, the work as a whole first. */
  citedIn: listOf(citationSchema),
  /** Terms whose entries rest on it. */
  supports: listOf(z.strictObject({ term: idSchema, locator: z.exactOptional(z.string().min(1)) })),
})

const mentionSchema = z.strictObject({ place: placeSchema, excerpt: excerptSchema })

/** A relation as one of the two terms shows it, the inverse included. */
const relationSchema = z.strictObject({
  /** “Part of”, “Led by”; for the inverse “Includes”, “Led”. */
  says: z.string().min(1),
  type: kindSchema<RelationType>(),
  isInverse: z.boolean(),
  term: idSchema,
  note: z.exactOptional(z.string().min(1)),
  date: z.exactOptional(checkedDateSchema),
})

const termSchema = termFileSchema.omit({ relations: true, dates: true }).extend({
  ...documentTexts,
  id: idSchema,
  href,
  /** What a mention without children prints. */
  label: z.string().min(1),
  sortKey: z.string().min(1),
  /** “1903–1952”, “born 1870, died 1924”, in words. */
  span: z.exactOptional(z.string().min(1)),
  start: z.exactOptional(checkedDateSchema),
  end: z.exactOptional(checkedDateSchema),
  dateNote: z.exactOptional(z.string().min(1)),
  definition: z.string(),
  /** How sure its facts are. */
  certainty: certaintySchema.optional(),
  relations: listOf(relationSchema),
  mentions: listOf(mentionSchema),
})

const eventSchema = z.strictObject({
  id: idSchema,
  href,
  date: checkedDateSchema,
  /** The date in words, with the year and, where it was given, the new style. */
  shown: shownDateSchema,
  title: z.string().min(1),
  text: z.string().min(1),
  kind: kindSchema<EventKind>(),
  certainty: certaintySchema.optional(),
  terms: listOf(idSchema),
  place: idSchema.optional(),
  sources: listOf(idSchema),
  /** The paragraphs and notes that name its day. */
  toldIn: listOf(placeSchema),
})

/** What became of an address. */
const fateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('moved'), href, label: z.string().min(1) }),
  z.strictObject({ kind: z.literal('withdrawn'), reason: z.string().min(1) }),
])

/** A place that was published and is gone from its page; its line on the page has its ids. */
const retiredPlaceSchema = z.strictObject({
  kind: z.enum(permalinkKinds),
  /** The page it was on. */
  page: href,
  /** Its own id and, of a note, those of its references. */
  ids: listOf(z.string().min(1)),
  /** Its first words, or its title. */
  text: z.string(),
  fate: fateSchema,
})

/** A page that was published and is gone, with every place that was on it. */
const retiredPageSchema = z.strictObject({ href, title: z.string(), fate: fateSchema, places: listOf(retiredPlaceSchema) })

/**
 * The whole publication as pages, search and other programs read it: every fact of every file, linked and numbered.
 * Plain data; `/series.json` is this object.
 */
const seriesSchema = seriesFileSchema
  .omit({ format: true, version: true, address: true, permalinks: true, author: true, licence: true })
  .extend({
    slug: fileIdSchema,
    description: z.string().min(1),
    authors: z.array(personNameSchema).min(1),
    rights: rightsSchema,
    edition: editionSchema,
    /** The names of the authors, as they are signed. */
    byline: z.string().min(1),
    /** The shapes of the writer’s own kinds of events. */
    marks: z.exactOptional(z.record(z.string(), z.enum(eventMarks))),
    /** The words of the program in the language of the series that are the writer’s own, by group and name. */
    words: z.exactOptional(z.record(z.string(), z.record(z.string(), z.union([z.string(), pluralSchema])))),
    parts: listOf(partSchema),
    sources: listOf(sourceSchema),
    terms: listOf(termSchema),
    events: listOf(eventSchema),
    pages: listOf(pageSchema),
    places: listOf(mapPlaceSchema),
    map: z.exactOptional(mapFileSchema),
    charts: listOf(chartSchema),
    /** Addresses that were published and are gone, on pages that are there. Those that moved within a text are anchors in it instead. */
    retiredPlaces: listOf(retiredPlaceSchema),
    retiredPages: listOf(retiredPageSchema),
  })

/** The form of `/series.json`: the first number changes when a program that reads it would have to. */
export const seriesFormat = '1.0'

/** `/series.json` as it is published: the Series with the address of its schema, `/series.schema.json` (relative, where nobody has said where the site lives), and the form it has. */
export const publishedSeriesSchema = seriesSchema.extend({
  $schema: z.string().min(1).meta({ format: 'uri-reference' }),
  format: z.literal(seriesFormat),
})

/** The form of `/series.json` of a long series, which is an index. */
export const seriesIndexFormat = '2.0'

const file = z.string().regex(/^\/series\/(?:parts|terms|sources)\/[^/]+\.json$/u)

/** `/series.json` of a long series: as that of a short one, but its parts, terms and sources lie each in a file of their own, which is a `Part`, `Term` or `Source`. */
export const publishedIndexSchema = publishedSeriesSchema.extend({
  format: z.literal(seriesIndexFormat),
  parts: listOf(
    partSchema
      .pick({
        slug: true,
        number: true,
        title: true,
        description: true,
        href: true,
        published: true,
        updated: true,
        words: true,
        minutes: true,
      })
      .extend({ file }),
  ),
  terms: listOf(termSchema.pick({ id: true, name: true, href: true }).extend({ file })),
  sources: listOf(sourceSchema.pick({ id: true, title: true, href: true }).extend({ file })),
})

export type PublishedIndex = z.infer<typeof publishedIndexSchema>
export type PublishedSeries = z.infer<typeof publishedSeriesSchema>

/** What the published schema calls the objects that stand in several places. */
export const seriesDefinitions = {
  Part: partSchema,
  Page: pageSchema,
  Section: sectionSchema,
  Paragraph: paragraphSchema,
  Note: noteSchema,
  Reference: referenceSchema,
  CitationForm: citationFormSchema,
  Source: sourceSchema,
  SourceForm: sourceFormSchema,
  Citation: citationSchema,
  CitationCluster: citationClusterSchema,
  Excerpt: excerptSchema,
  Term: termSchema,
  Relation: relationSchema,
  Mention: mentionSchema,
  Event: eventSchema,
  MapPlace: mapPlaceSchema,
  Chart: chartSchema,
  Place: placeSchema,
  CalendarDate: checkedDateSchema,
  ShownDate: shownDateSchema,
  RetiredPlace: retiredPlaceSchema,
  RetiredPage: retiredPageSchema,
  Fate: fateSchema,
  Certainty: certaintySchema,
}

export type Series = Readonly<z.infer<typeof seriesSchema>>
export type RetiredPlace = Readonly<z.infer<typeof retiredPlaceSchema>>
export type RetiredPage = Readonly<z.infer<typeof retiredPageSchema>>
export type Fate = Readonly<z.infer<typeof fateSchema>>
export type Edition = Readonly<z.infer<typeof editionSchema>>
export type MapPlace = Readonly<z.infer<typeof mapPlaceSchema>>
export type Chart = Readonly<z.infer<typeof chartSchema>>
export type Section = Readonly<z.infer<typeof sectionSchema>>
export type Paragraph = Readonly<z.infer<typeof paragraphSchema>>
export type ShownDate = Readonly<z.infer<typeof shownDateSchema>>
export type DocumentTexts = Readonly<z.infer<typeof documentTextsSchema>>
/** A document with the address of its page and its notes, which only parts have. */
export type RenderedDocument = DocumentTexts & { readonly href: string; readonly notes: readonly Note[] }
export type Part = Readonly<z.infer<typeof partSchema>>
export type CitationForm = Readonly<z.infer<typeof citationFormSchema>>
export type Page = Readonly<z.infer<typeof pageSchema>>
export type Note = Readonly<z.infer<typeof noteSchema>>
export type Place = Readonly<z.infer<typeof placeSchema>>
export type Excerpt = Readonly<z.infer<typeof excerptSchema>>
export type Citation = Readonly<z.infer<typeof citationSchema>>
export type CitationCluster = Readonly<z.infer<typeof citationClusterSchema>>
export type SourceForm = Readonly<z.infer<typeof sourceFormSchema>>
export type Source = Readonly<z.infer<typeof sourceSchema>>
export type Mention = Readonly<z.infer<typeof mentionSchema>>
export type Relation = Readonly<z.infer<typeof relationSchema>>
export type Term = Readonly<z.infer<typeof termSchema>>
export type Event = Readonly<z.infer<typeof eventSchema>>
