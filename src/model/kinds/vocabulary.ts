import { z } from 'zod'
import { certaintyLevelSchema } from '../certainty.ts'
import { calendarDateFields, refuseOtherDates } from '../dates/calendar-date.ts'
import { idSchema, languageSchema } from '../ids.ts'
import { text } from '../text.ts'

/**
 * A citation of a source; its children, if any, are the words that link to it, and without them the style of the series
 * supplies some. Citations without children that stand side by side, with nothing but a semicolon between them, are one
 * cluster: the style decides their order and what stands between them.
 */
export const sourceProps = z.strictObject({
  /** The file name of the work in `content/sources/`. */
  id: idSchema,
  /** The place in the work: “ch. 11”, “pp. 12–15”, “vol. 3, ch. 44”, “Preface”. */
  locator: text.optional(),
  /** Words before the citation: “see also”. */
  prefix: text.optional(),
  /** Words after it: “, my translation”. */
  suffix: text.optional(),
  /** The sentence has named the author already. */
  'suppress-author': z.literal(true).optional(),
})

/** A mention of a term; without children it prints the term’s short name. */
export const termProps = z.strictObject({
  /** The file name of the entry in `content/glossary/`. */
  id: idSchema,
})

/** A date; the other calendar and the machine-readable form are added by the program. */
export const calendarDateProps = z
  .strictObject({
    ...calendarDateFields,
    /** Print the year as well. */
    year: z.literal(true).optional(),
  })
  .superRefine(refuseOtherDates)

/** Words in another language than the series’, printed in italics; read out and hyphenated in their own. */
export const foreignProps = z.strictObject({
  /** A language tag: “ru”, or “ru-Latn” for Russian in Latin letters. */
  lang: languageSchema,
})

/** A statement of a note that is more or less sure than the rest; its children are the statement, or the reason. */
export const certaintyProps = z.strictObject({
  /** “disputed”, “medium”, “low” or “high”. */
  level: certaintyLevelSchema,
})

const quoted = {
  /** The work quoted. */
  source: idSchema,
  locator: text.optional(),
  /** Whose words they are: id of a term. Without it, the author of the source speaks. */
  speaker: idSchema.optional(),
  /** Whose words they are, where the speaker has no entry in the glossary. */
  by: text.optional(),
}

/** A block quotation with its attribution, and likewise the quotation that stands over a part. */
export const quotationProps = z
  .strictObject(quoted)
  .refine((props) => props.speaker === undefined || props.by === undefined, 'either “speaker” or “by”, not both')

/** A picture of the series; its children are the caption. */
export const figureProps = z.strictObject({
  /** A file in `content/pictures/`. */
  src: text,
  /** What the picture shows, for those who do not see it. */
  alt: text,
  /** Id of the figure, for links to it. */
  id: idSchema.optional(),
})

const captionsSchema = text.regex(/\.vtt$/iu, 'the name of a file in WebVTT: “….vtt”')
const transcriptSchema = text.regex(/\.(?:txt|vtt)$/iu, 'the name of a text file: “….txt”')

const recorded = {
  /** A file in `content/recordings/`. */
  src: text,
  /** What is heard or seen, in a sentence: for those who do not, for books and for lists. */
  alt: text,
  /** What is said, as WebVTT: a file in `content/recordings/`. */
  captions: captionsSchema.optional(),
  /** What is said, as plain text with empty lines between paragraphs: a file in `content/recordings/`. */
  transcript: transcriptSchema.optional(),
  /** The language that is spoken, where it is another than the series’: “it”. */
  lang: languageSchema.optional(),
  /** Id of the recording, for links and cross-references to it. */
  id: idSchema.optional(),
}

/** A sound recording of the series, with its words to be read; its children are the caption. */
export const audioProps = z.strictObject(recorded)

/** Moving pictures of the series, with captions; its children are what stands below them. */
export const videoProps = z.strictObject({
  ...recorded,
  /** What is shown before it plays: a file in `content/pictures/`. */
  poster: text.optional(),
})

/** Lines of verse as they are typed: an empty line ends a stanza, two spaces before a line move it in by a step. */
export const verseProps = z.strictObject({
  /** The language of the lines, where it is another than the series’: “la”. */
  lang: languageSchema.optional(),
})

/** Words beside the argument, in a box of their own: any blocks. */
export const asideProps = z.strictObject({
  /** What stands over it. */
  title: text.optional(),
})

/** Words of the text once more, large, to look at: readers that listen, and the search, have them once. */
export const pullQuoteProps = z.strictObject({})

/** A table with its caption: the caption is a paragraph, and below it stands the table. */
export const tableProps = z.strictObject({
  /** Id of the table, for links and cross-references to it. */
  id: idSchema.optional(),
})

/**
 * A cross-reference within a text: it prints “Figure 2”, “Table 1”, “Audio 1”, “Video 1” or the title of a section, or its
 * children. Figures and tables are numbered in a text that refers to one of them, and so are recordings.
 */
export const seeProps = z.strictObject({
  /** Id of a figure, a table, a recording or a section of the same text, or of a chart in it. */
  id: text,
})

/** A chart of the series, with its table. */
export const chartProps = z.strictObject({
  /** The file name of the chart in `content/charts/`. */
  id: idSchema,
})

/**
 * Letters or figures above or below the line: 10<sup>th</sup>, H<sub>2</sub>O; to search and to count they are one word
 * with what is beside them.
 */
const scriptProps = z.strictObject({})

/** Every component a writer may use, with the check of its properties. */
export const vocabulary = {
  Source: { props: sourceProps, flows: 'inline' },
  Term: { props: termProps, flows: 'inline' },
  CalendarDate: { props: calendarDateProps, flows: 'inline' },
  See: { props: seeProps, flows: 'inline' },
  Foreign: { props: foreignProps, flows: 'inline' },
  Certainty: { props: certaintyProps, flows: 'inline' },
  Quotation: { props: quotationProps, flows: 'block' },
  Epigraph: { props: quotationProps, flows: 'block' },
  Verse: { props: verseProps, flows: 'block' },
  Aside: { props: asideProps, flows: 'block' },
  PullQuote: { props: pullQuoteProps, flows: 'block' },
  Figure: { props: figureProps, flows: 'block' },
  Audio: { props: audioProps, flows: 'block' },
  Video: { props: videoProps, flows: 'block' },
  Table: { props: tableProps, flows: 'block' },
  Chart: { props: chartProps, flows: 'block' },
  sup: { props: scriptProps, flows: 'inline' },
  sub: { props: scriptProps, flows: 'inline' },
} as const

export type ComponentName = keyof typeof vocabulary
