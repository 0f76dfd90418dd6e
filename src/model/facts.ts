import type { CertaintyLevel } from './certainty.ts'
import type { WrittenDate } from './dates/calendar-date.ts'
import type { FaceMetrics } from './faces.ts'

/** A file of the manuscript as it lies on disk. */
export type ManuscriptFile = {
  /** Path relative to the manuscript’s folder, with `/`: `parts/part-1.mdx`. */
  readonly path: string
  /** Empty for pictures in pixels and for recordings. */
  readonly text: string
  /** Where it lies, where that is not its path: a file of a translation has the path of what it translates. */
  readonly liesAt?: string
  /** SHA-256 of the bytes of a picture or recording, hexadecimal. */
  readonly digest?: string
  /** What was found in a picture in pixels when it was decoded. */
  readonly pixels?: Pixels
  /** Of sound and moving pictures: how many bytes, and why they cannot be played, where they cannot. */
  readonly recording?: { readonly bytes: number; readonly broken?: string } | undefined
  /** What was found in a font. */
  readonly face?: FaceLook
  /** The absolute path of the folder it lies in, where that is not in the manuscript’s: fonts of an installed package. */
  readonly inPackage?: string
  /** Why it is no file of a manuscript; then nothing of it was read. */
  readonly fault?: FileFault
}

/** What can be wrong with a thing in the manuscript’s folder before anything of it is read. */
export type FileFault =
  | { readonly kind: 'link' }
  | { readonly kind: 'special'; readonly what: 'pipe' | 'socket' | 'device' }
  /** `most` in bytes. */
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'too-deep' | 'too-many'; readonly most: number }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'strange-name'; readonly holds: string }

/** A font: its family, its style and its size; or why it cannot be used. */
export type FaceLook =
  | {
      readonly family: string
      readonly isItalic: boolean
      /** The weight it has, or from and to, where it is variable. */
      readonly weights: readonly [number, number]
      readonly isVariable: boolean
      readonly licence?: string
      /** The letters it is for, as CSS lists them, where its family is cut by script. */
      readonly range?: string
      /** Missing where the file has but letters of other scripts. */
      readonly metrics?: FaceMetrics
      readonly broken?: undefined
    }
  | { readonly broken: string }

/** A picture in pixels: its format, named as its files end, and its size; or why it cannot be decoded. */
export type Pixels =
  | { readonly format: string; readonly width: number; readonly height: number; readonly broken?: undefined }
  | { readonly format?: string | undefined; readonly broken: string }

/** What a text file of the manuscript is: a part, the definition of a term, or a page of the writer’s own. */
export type DocumentKind = 'part' | 'term' | 'page'

/** Where in a file something stands; lines and columns from 1, offsets from 0, as in unist. */
export type Span = {
  readonly start: { readonly line: number; readonly column: number; readonly offset: number }
  readonly end: { readonly line: number; readonly column: number; readonly offset: number }
}

/** Running text as read: what the words of a component will be is known only when all files are read. */
export type Words =
  | { readonly kind: 'text'; readonly text: string }
  /** Words of a component; `own` are the writer’s, and without them the program supplies some. */
  | { readonly kind: 'term' | 'source'; readonly id: string; readonly ordinal: number; readonly own?: string }
  | { readonly kind: 'date'; readonly ordinal: number; readonly written: string; readonly own?: string }
  /** Words that lead to a figure, a table, a recording or a section of the same text. */
  | { readonly kind: 'see'; readonly id: string; readonly ordinal: number; readonly own?: string }
  /** What stands before a statement that is more or less sure. */
  | { readonly kind: 'certainty'; readonly level: CertaintyLevel }
  /** Where a note is referred to; it has no words. */
  | { readonly kind: 'marker'; readonly id: string; readonly ordinal: number }

/** Where in a document a fact stands: in a paragraph of its text, whose key is empty where it has none, or in one of its notes. */
export type Spot = { readonly kind: 'paragraph'; readonly key: string } | { readonly kind: 'note'; readonly id: string }

export type SectionFact = { readonly id: string; readonly words: readonly Words[]; readonly level: number; readonly span: Span }

/** A paragraph, list item, quotation or table that can be linked; `number` counts from 1 through the document. */
export type ParagraphFact = {
  readonly key: string
  readonly number: number
  /** Id of the section it stands in; missing before the first heading. */
  readonly section?: string
  readonly words: readonly Words[]
  /** The text by which the ledger knows it again. */
  readonly knownBy: string
}

/** One reference to a note: its id is `ref-<note>-<ordinal>`. */
export type ReferenceFact = { readonly note: string; readonly ordinal: number; readonly spot: Spot; readonly span: Span }

export type NoteFact = { readonly id: string; readonly number: number; readonly words: readonly Words[]; readonly span: Span }

/** A statement of a note that is marked as more or less sure. */
export type CertaintyFact = { readonly note: string; readonly level: CertaintyLevel; readonly words: readonly Words[]; readonly span: Span }

/** One use of a source: in a sentence, or as the origin of a quotation. */
export type CitationFact = {
  readonly kind: 'citation' | 'quotation'
  readonly source: string
  readonly locator?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly suppressesAuthor?: true
  /** For one in the program’s words: its cluster, counted through the document from 1. */
  readonly cluster?: number
  /** Counts the uses of this source in the document from 1; quotations are counted together. */
  readonly ordinal: number
  readonly spot: Spot
  readonly span: Span
}

/** One place that points to a term: by a word of the text, or as the speaker of a quotation. */
export type MentionFact = {
  readonly kind: 'word' | 'speaker'
  readonly term: string
  /** Counts the mentions of this term in the document from 1; for a speaker, the quotations. */
  readonly ordinal: number
  readonly spot: Spot
  readonly span: Span
}

/** One date; `isFirst` where it is the first mention of that day in its section or note. */
export type DateFact = {
  readonly written: WrittenDate
  readonly ordinal: number
  readonly withYear: boolean
  readonly isFirst: boolean
  readonly spot: Spot
  readonly span: Span
}

/** A link to a place on this site, as the writer typed it. */
export type LinkFact = { readonly address: string; readonly span: Span }

/** A picture of the series, by its file name; `id` where the writer gave it one for links. */
export type PictureFact = { readonly file: string; readonly id?: string; readonly span: Span }

/**
 * A recording with the files of its words, by their names in the folder of recordings; the recording is the first. `id` where
 * the writer gave it one for links.
 */
export type RecordingFact = { readonly files: readonly string[]; readonly id?: string; readonly span: Span }

/** A chart of the series, by its id. */
export type ChartFact = { readonly chart: string; readonly span: Span }

/** A table with a caption. */
export type TableFact = { readonly id?: string; readonly span: Span }

/** A figure, table or recording with its number; `id` and `anchor`, the id on its page, where it can be referred to. */
export type FigureFact = {
  readonly kind: 'figure' | 'table' | 'audio' | 'video'
  readonly number: number
  readonly id?: string
  readonly anchor?: string
  readonly span: Span
}

/** Everything the program knows of one text file. */
export type DocumentFacts = {
  readonly kind: DocumentKind
  /** File name without ending. */
  readonly id: string
  readonly path: string
  readonly sections: readonly SectionFact[]
  readonly paragraphs: readonly ParagraphFact[]
  readonly notes: readonly NoteFact[]
  readonly references: readonly ReferenceFact[]
  readonly certainty: readonly CertaintyFact[]
  readonly citations: readonly CitationFact[]
  readonly mentions: readonly MentionFact[]
  readonly dates: readonly DateFact[]
  readonly links: readonly LinkFact[]
  readonly pictures: readonly PictureFact[]
  readonly recordings: readonly RecordingFact[]
  readonly charts: readonly ChartFact[]
  readonly tables: readonly TableFact[]
  /** In the order of the text; none where the text refers to none of them. */
  readonly figures: readonly FigureFact[]
  /** Ids that the text had once, each with the id where its passage is now. */
  readonly moved: ReadonlyMap<string, string>
  /** Words of the text without notes, counted as readers count. */
  readonly wordCount: number
}
