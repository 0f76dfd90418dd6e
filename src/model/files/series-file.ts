import { z } from 'zod'
import { addressSchema, siteAddressSchema } from '../addresses.ts'
import { isoDay } from '../dates/days.ts'
import { editionNames } from '../edition-names.ts'
import { fileIdSchema, idSchema, languageSchema } from '../ids.ts'
import { type Licence, licenceNamed, licenceWords } from '../licences.ts'
import { menuSchema } from '../menu.ts'
import { type PersonName, peopleSchema, personSchema } from '../people.ts'
import { quotationMarksNames } from '../quotation-marks.ts'
import { text, title } from '../text.ts'
import { themeFileSchema } from './theme-file.ts'

const versionSchema = z.string().regex(/^\d+(?:\.\d+)*$/, 'a version as “1.0”, in quotation marks')

/** A licence by its name and the address of its words. */
export const rightsSchema = z.strictObject({ name: text, url: addressSchema })

/** A licence by its name alone, or with the address of its words. */
const licenceSchema = z.union([
  text.transform((word, context): Licence => {
    const licence = licenceNamed(word)
    if (licence) return licence
    context.addIssue({ code: 'custom', message: `${licenceWords}, or a name and an address: { name: …, url: https://… }` })
    return z.NEVER
  }),
  rightsSchema,
])

/** Parts that belong together, under a title. */
const volumeSchema = z.strictObject({ title, parts: z.array(idSchema).min(1) })

/** `content/series.yaml`: the publication as a whole. A title and an author are enough. */
export const seriesFileSchema = z.strictObject({
  /** The form of these files, 1. Written by `pamphlet new`; a program of another form says what to do. */
  format: z.literal(1, 'the number 1').optional(),
  title,
  /** The short name in file names of downloads; made of the title unless given. */
  slug: fileIdSchema.optional(),
  /** The language of the texts; `en` unless given. */
  language: languageSchema.default('en'),
  /** One sentence for search engines and link previews; the first of the texts unless given. */
  description: text.max(200).optional(),
  /** Who wrote it, where that is one. */
  author: personSchema.optional(),
  /** Who wrote it: “Orr, Ada” is a person, words without a comma are a name as it stands. */
  authors: z.array(personSchema).min(1).optional(),
  /** Who edited it: a name, or several. */
  editors: peopleSchema.optional(),
  /** Who translated it. */
  translators: peopleSchema.optional(),
  publisher: text.optional(),
  /** Where the site will live, as https://example.org/series/; `SITE_URL` and `BASE_PATH` go before it. */
  address: siteAddressSchema.optional(),
  /** Which state of the texts this is, for citations: “1.0”, and the next when something of substance changes. */
  version: versionSchema.default('1.0'),
  /** The licence of the texts: “CC BY 4.0”, or a name and an address. All rights are reserved unless it says otherwise. */
  licence: licenceSchema.optional(),
  /** The same, as version 0.1 had it. */
  rights: rightsSchema.optional(),
  /** How works are cited: the name of a style (`citation-styles.ts`), checked when the manuscript is. */
  'citation-style': text.default('chicago-notes'),
  /** How the site looks: a theme of the program’s, colours, cover, logo and icon of one’s own. */
  theme: themeFileSchema.optional(),
  /** Which of the program’s rules of style the series keeps, and how. */
  style: z
    .strictObject({
      /** Warnings that are not given, each with the reason: { quotation-long: The letters are quoted whole. } */
      without: z.record(z.string(), text).default({}),
      /** How many words a quotation may have before it is called long. */
      'quotation-limit': z.number().int().min(1).optional(),
      /** The quotation marks that `pamphlet fix` puts; those of the language unless given. */
      'quotation-marks': z.enum(quotationMarksNames).optional(),
    })
    .optional(),
  /** Published works whose argument this series follows. */
  follows: z.array(z.strictObject({ title, 'container-title': text.optional(), URL: addressSchema.optional() })).default([]),
  /** File names of the parts without ending, in reading order; all there are, in the order of their names, unless given. */
  parts: z
    .array(idSchema)
    .min(1)
    .refine((parts) => new Set(parts).size === parts.length, 'each part once')
    .optional(),
  /** What stands before the parts and has no number, such as a preface: names of files in the folder “parts”. */
  front: z.array(idSchema).min(1).optional(),
  /** What stands behind them and has none, such as an appendix. */
  back: z.array(idSchema).min(1).optional(),
  /** The parts in volumes, in place of “parts”; their numbers go on from volume to volume. */
  volumes: z.array(volumeSchema).min(1).optional(),
  /** The links at the top of every page, in their order: names of pages, or titles with addresses; the program’s unless given. */
  menu: menuSchema.min(1).optional(),
  /** Links beneath the last line of every page, likewise. */
  footer: menuSchema.min(1).optional(),
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

export type WrittenSeriesFile = z.infer<typeof seriesFileSchema>

/** The same with what is derived from the other files where the writer has not said it; the description is, when those are linked. */
export type SeriesFile = Omit<WrittenSeriesFile, 'author' | 'licence' | 'format' | Derived> & {
  [Field in Derived]: NonNullable<WrittenSeriesFile[Field]>
}

type Derived = 'slug' | 'authors' | 'rights' | 'parts' | 'front' | 'back'

/** All that is listed, in reading order. */
export const listedParts = ({ front, parts, back }: Pick<SeriesFile, 'front' | 'parts' | 'back'>): string[] => [...front, ...parts, ...back]

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
    /** What it is called; its first heading unless given. */
    title: title.optional(),
    /** Who wrote it, where that is not who wrote the series: a name, or several. */
    author: peopleSchema.optional(),
    /** The same. */
    authors: peopleSchema.optional(),
    /** Who edited this part. */
    editors: peopleSchema.optional(),
    /** Who translated this part. */
    translators: peopleSchema.optional(),
    /** Its number in the series, from 1; its place in the list unless given. */
    part: z.number().int().min(1).optional(),
    /** One or two sentences for lists, search engines and link previews; the first of the text unless given. */
    description: text.max(200).optional(),
    /**
     * When it was first published; written by `pamphlet permalinks` when it first records the addresses. A day to come
     * keeps the part back until then.
     */
    published: isoDay.optional(),
    /** Not finished: shown while you write, and left out of the site. */
    draft: z.boolean().optional(),
    /** What changed in substance since then, the oldest first: “About” lists it, and the last is the day of the edition. */
    revisions: z.array(revisionSchema).default([]),
  })
  .superRefine(({ published, revisions }, context) => {
    for (const [i, { date }] of revisions.entries()) {
      const before = revisions[i - 1]?.date ?? published
      if (before === undefined || date >= before) continue
      const message = `${before} or later: the revisions stand in their order, after the day of publication`
      context.addIssue({ code: 'custom', path: ['revisions', i, 'date'], message })
    }
  })

export type WrittenPartFile = z.infer<typeof partFileSchema>

/** The same with its title. */
export type PartFile = Omit<WrittenPartFile, 'draft' | 'title' | 'author' | 'authors'> & {
  readonly title: string
  readonly isDraft: boolean
  readonly authors?: readonly PersonName[] | undefined
}

/** The front matter of a page of the writer’s own: `content/pages/home.mdx`, `about.mdx`, and any other name. */
export const pageFileSchema = z.strictObject({ title, description: text.max(200).optional() })

export type PageFile = z.infer<typeof pageFileSchema>
