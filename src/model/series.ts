import { z } from 'zod'
import { citationStyleNames } from './citation-styles.ts'
import { checkedDateSchema } from './dates/calendar-date.ts'
import { readTimeSchema } from './dates/clock.ts'
import { chartFileSchema } from './files/chart-file.ts'
import type { EventKind } from './files/event-file.ts'
import { mapFileSchema, placeFileSchema } from './files/place-file.ts'
import { revisionSchema, rightsSchema, seriesFileSchema } from './files/series-file.ts'
import { sourceFileSchema } from './files/source-file.ts'
import { type RelationType, termFileSchema } from './files/term-file.ts'
import { themeSchema } from './files/theme-file.ts'
import { fileIdSchema, idSchema, kindSchema } from './ids.ts'
import { eventMarks } from './kinds/kinds.ts'
import { personNameSchema } from './people.ts'
import { retiredPageSchema, retiredPlaceSchema } from './series-retired.ts'
import {
  certaintySchema,
  type citationClusterSchema,
  citationFormSchema,
  citationSchema,
  count,
  documentTexts,
  type documentTextsSchema,
  excerptSchema,
  href,
  isoDay,
  listOf,
  noteSchema,
  ordinal,
  type paragraphSchema,
  placeSchema,
  pluralSchema,
  sectionSchema,
  shownDateSchema,
} from './series-texts.ts'

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

/** A place of the map with the ids of the events that happened there. */
export const mapPlaceSchema = placeFileSchema.extend({ href, events: listOf(idSchema) })

/** A chart has the section in which it is drawn first, if it is drawn anywhere. */
const ofChart = { id: idSchema, href: z.exactOptional(href) }
const [sharesSchema, rangesSchema, answersSchema] = chartFileSchema.options
export const chartSchema = z.discriminatedUnion('kind', [
  sharesSchema.safeExtend(ofChart),
  rangesSchema.safeExtend(ofChart),
  answersSchema.safeExtend(ofChart),
])

/** Who had a hand in a text, beside or in place of the authors of the series. */
const people = z.array(personNameSchema).min(1).optional()

export const partSchema = z.strictObject({
  slug: idSchema,
  /** Its place among those that are counted; front and back matter has none. */
  number: z.exactOptional(ordinal),
  /** What stands before the parts that are counted, or behind them. */
  matter: z.exactOptional(z.enum(['front', 'back'])),
  /** The volume it is in, counted from 1, where there are volumes. */
  volume: z.exactOptional(ordinal),
  title: z.string().min(1),
  description: z.string().min(1),
  href,
  sections: listOf(sectionSchema),
  notes: listOf(noteSchema),
  /** Who wrote it, where that is not who wrote the series. */
  authors: people,
  editors: people,
  translators: people,
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
export const pageSchema = z.strictObject({
  slug: idSchema,
  title: z.string().min(1),
  description: z.exactOptional(z.string().min(1)),
  href,
  sections: listOf(sectionSchema),
  ...documentTexts,
})

/** How a work is cited in one style, in HTML with `<i>` and `<span>` only. */
export const sourceFormSchema = z.strictObject({
  style: z.enum(citationStyleNames),
  label: z.string().min(1),
  cites: z.enum(['in-note', 'in-text']),
  /** The note, in full, or what stands in the running text. */
  citation: z.string().min(1),
  /** The entry in the list of works. */
  entry: z.string().min(1),
})

export const sourceSchema = sourceFileSchema.extend({
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

export const mentionSchema = z.strictObject({ place: placeSchema, excerpt: excerptSchema })

/** A relation as one of the two terms shows it, the inverse included. */
export const relationSchema = z.strictObject({
  /** “Part of”, “Led by”; for the inverse “Includes”, “Led”. */
  says: z.string().min(1),
  type: kindSchema<RelationType>(),
  isInverse: z.boolean(),
  term: idSchema,
  note: z.exactOptional(z.string().min(1)),
  date: z.exactOptional(checkedDateSchema),
})

export const termSchema = termFileSchema.omit({ relations: true, dates: true }).extend({
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

export const eventSchema = z.strictObject({
  id: idSchema,
  href,
  date: checkedDateSchema,
  /** The date in words, with the year and, where it was given, the new style. */
  shown: shownDateSchema,
  /** When in its day, where it is known. */
  time: readTimeSchema.optional(),
  title: z.string().min(1),
  text: z.string().min(1),
  kind: kindSchema<EventKind>(),
  certainty: certaintySchema.optional(),
  terms: listOf(idSchema),
  place: idSchema.optional(),
  /** The term that acts in it. */
  by: idSchema.optional(),
  /** The event that it is a moment of. */
  'part-of': idSchema.optional(),
  sources: listOf(idSchema),
  /** The paragraphs and notes that name its day. */
  toldIn: listOf(placeSchema),
})

/**
 * The whole publication as pages, search and other programs read it: every fact of every file, linked and numbered.
 * Plain data; `/series.json` is this object.
 */
export const seriesSchema = seriesFileSchema
  .omit({ format: true, version: true, address: true, permalinks: true, author: true, licence: true, front: true, back: true, style: true })
  .extend({
    slug: fileIdSchema,
    description: z.string().min(1),
    authors: z.array(personNameSchema).min(1),
    editors: people,
    translators: people,
    /** Its looks, where it has some of its own. */
    theme: themeSchema.optional(),
    /** The titles of the volumes, in their order. */
    volumes: z.exactOptional(listOf(z.string().min(1))),
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
    /** The kinds of those places that say one, in their order, with the signs on the map. */
    placeKinds: z.exactOptional(
      z.array(z.strictObject({ id: idSchema, one: z.string().min(1), many: z.string().min(1), mark: z.enum(eventMarks) })).min(1),
    ),
    map: z.exactOptional(mapFileSchema),
    charts: listOf(chartSchema),
    /** Addresses that were published and are gone, on pages that are there. Those that moved within a text are anchors in it instead. */
    retiredPlaces: listOf(retiredPlaceSchema),
    retiredPages: listOf(retiredPageSchema),
  })

export type Series = Readonly<z.infer<typeof seriesSchema>>
export type { Fate, RetiredPage, RetiredPlace } from './series-retired.ts'
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
