import { z } from 'zod'
import { checkedDateSchema } from './dates/calendar-date.ts'
import {
  chartSchema,
  eventSchema,
  mapPlaceSchema,
  mentionSchema,
  pageSchema,
  partSchema,
  relationSchema,
  seriesSchema,
  sourceFormSchema,
  sourceSchema,
  termSchema,
} from './series.ts'
import { fateSchema, retiredPageSchema, retiredPlaceSchema } from './series-retired.ts'
import {
  certaintySchema,
  citationClusterSchema,
  citationFormSchema,
  citationSchema,
  excerptSchema,
  listOf,
  noteSchema,
  paragraphSchema,
  placeSchema,
  referenceSchema,
  sectionSchema,
  shownDateSchema,
} from './series-texts.ts'

/** The form of `/series.json`: the first number changes when a program that reads it would have to. */
export const seriesFormat = '1.0'

/**
 * `/series.json` as it is published: the Series with the address of its schema, `/series.schema.json` (relative, where
 * nobody has said where the site lives), and the form it has.
 */
export const publishedSeriesSchema = seriesSchema.extend({
  $schema: z.string().min(1).meta({ format: 'uri-reference' }),
  format: z.literal(seriesFormat),
})

/** The form of `/series.json` of a long series, which is an index. */
export const seriesIndexFormat = '2.0'

const file = z.string().regex(/^\/series\/(?:parts|terms|sources)\/[^/]+\.json$/u)

/**
 * `/series.json` of a long series: as that of a short one, but its parts, terms and sources lie each in a file of their
 * own, which is a `Part`, `Term` or `Source`.
 */
export const publishedIndexSchema = publishedSeriesSchema.extend({
  format: z.literal(seriesIndexFormat),
  parts: listOf(
    partSchema
      .pick({
        slug: true,
        number: true,
        matter: true,
        volume: true,
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
