import { z } from 'zod'
import { addressSchema, siteAddressSchema } from './addresses.ts'
import { isoDay } from './days.ts'
import { editionNames } from './downloads.ts'
import { fileIdSchema, idSchema, languageSchema } from './ids.ts'
import { text, title } from './text.ts'

const versionSchema = z.string().regex(/^\d+(?:\.\d+)*$/, 'a version as “1.0”, in quotation marks')

/** `content/series.yaml`: the publication as a whole. */
export const seriesFileSchema = z.strictObject({
  title,
  /** The short name in file names of downloads. */
  slug: fileIdSchema,
  language: languageSchema,
  /** One sentence for search engines and link previews. */
  description: text.max(200),
  authors: z.array(z.union([z.strictObject({ literal: text }), z.strictObject({ family: text, given: text.optional() })])).min(1),
  publisher: text.optional(),
  /** Where the site will live, as https://example.org/series/; `SITE_URL` and `BASE_PATH` go before it. */
  address: siteAddressSchema.optional(),
  /** Which state of the texts this is, for citations: “1.0”, and the next when something of substance changes. */
  version: versionSchema.default('1.0'),
  /** The licence of the texts. */
  rights: z.strictObject({ name: text, url: addressSchema }),
  /** How works are cited: the name of a style (`citation-styles.ts`), checked when the manuscript is. */
  'citation-style': text.default('chicago-notes'),
  /** Published works whose argument this series follows. */
  follows: z.array(z.strictObject({ title, 'container-title': text.optional(), URL: addressSchema.optional() })).default([]),
  /** File names of the parts without ending, in reading order. */
  parts: z
    .array(idSchema)
    .min(1)
    .refine((parts) => new Set(parts).size === parts.length, 'each part once'),
  /** First day of the Gregorian calendar where the texts play; dates before it are shown in both calendars. */
  'new-calendar': isoDay.optional(),
  /** Words of one thing that no term names, such as the names a city had: the search offers the others for each. */
  'related-words': z.array(z.array(text).min(2)).default([]),
  /** Other series whose sites the search of this one searches as well. */
  'searched-with': z.array(z.strictObject({ title, url: siteAddressSchema })).default([]),
  /** What is made besides the site: all that the program knows, unless it is said here. */
  editions: z.array(z.enum(editionNames)).optional(),
  /** Written by `npm run permalinks` when it first records the addresses: from then on permalinks.json must be there. */
  permalinks: z.literal('recorded').optional(),
})

export type SeriesFile = z.infer<typeof seriesFileSchema>

/** One change of substance after a part was published. */
export const revisionSchema = z.strictObject({
  date: isoDay,
  /** The version of the series that brought it. */
  version: versionSchema.optional(),
  /** What changed, in a sentence or two. */
  changed: text,
})

/** The front matter of a part: `content/parts/<slug>.mdx`. */
export const partFileSchema = z
  .strictObject({
    title,
    /** Its number in the series, from 1. */
    part: z.number().int().min(1),
    /** One or two sentences for lists, search engines and link previews. */
    description: text.max(200),
    /** When it was first published. */
    published: isoDay,
    /** What changed in substance since then, the oldest first: “About” lists it, and the last is the day of the edition. */
    revisions: z.array(revisionSchema).default([]),
  })
  .superRefine(({ published, revisions }, context) => {
    for (const [i, { date }] of revisions.entries()) {
      const before = revisions[i - 1]?.date ?? published
      if (date >= before) continue
      const message = `${before} or later: the revisions stand in their order, after the day of publication`
      context.addIssue({ code: 'custom', path: ['revisions', i, 'date'], message })
    }
  })

export type PartFile = z.infer<typeof partFileSchema>

/** The front matter of a page of the writer’s own: `content/pages/home.mdx` and `about.mdx`. */
export const pageFileSchema = z.strictObject({ title, description: text.max(200).optional() })

export type PageFile = z.infer<typeof pageFileSchema>
