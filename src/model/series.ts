import type { CalendarDate } from './calendar-date.ts'
import type { Certainty } from './certainty.ts'
import type { ChartFile } from './chart-file.ts'
import type { CitationStyleName } from './citation-styles.ts'
import type { EventKind } from './event-file.ts'
import type { PermalinkKind } from './ledger.ts'
import type { MapFile, PlaceFile } from './place-file.ts'
import type { Revision, SeriesFile } from './series-file.ts'
import type { SourceFile } from './source-file.ts'
import type { RelationType, TermFile } from './term-file.ts'

/**
 * The whole publication as pages, search and other programs read it: every fact of every file, linked and numbered.
 * Plain data; `/series.json` is this object.
 */
export type Series = Omit<SeriesFile, 'parts' | 'version'> & {
  readonly edition: Edition
  /** The names of the authors, as they are signed. */
  readonly byline: string
  readonly parts: readonly Part[]
  readonly sources: readonly Source[]
  readonly terms: readonly Term[]
  readonly events: readonly Event[]
  readonly pages: readonly Page[]
  readonly places: readonly MapPlace[]
  readonly map?: MapFile
  readonly charts: readonly Chart[]
  /** Addresses that were published and are gone, on pages that are there. Those that moved within a text are anchors in it instead. */
  readonly retiredPlaces: readonly RetiredPlace[]
  readonly retiredPages: readonly RetiredPage[]
}

/** A place that was published and is gone from its page; its line on the page has its ids. */
export type RetiredPlace = {
  readonly kind: PermalinkKind
  /** The page it was on. */
  readonly page: string
  /** Its own id and, of a note, those of its references. */
  readonly ids: readonly string[]
  /** Its first words, or its title. */
  readonly text: string
  readonly fate: Fate
}

/** A page that was published and is gone, with every place that was on it. */
export type RetiredPage = { readonly href: string; readonly title: string; readonly fate: Fate; readonly places: readonly RetiredPlace[] }

/** What became of an address. */
export type Fate = { readonly kind: 'moved'; readonly href: string; readonly label: string } | { readonly kind: 'withdrawn'; readonly reason: string }

/** What a citation calls this state of the texts. */
export type Edition = {
  readonly version: string
  /** The day on which a part last changed, ISO 8601. */
  readonly date: string
  /** SHA-256 over the files of the manuscript, hexadecimal: the same texts and pictures have the same. */
  readonly hash: string
  /** Its first seven digits, which citations show. */
  readonly shortHash: string
}

/** A place of the map with the ids of the events that happened there. */
export type MapPlace = PlaceFile & { readonly href: string; readonly events: readonly string[] }

export type Chart = ChartFile & { readonly id: string }

export type Section = { readonly id: string; readonly title: string; readonly level: number }

export type Paragraph = {
  /** The fragment is `p-<key>`. */
  readonly key: string
  /** For people: counts from 1 through the part. */
  readonly number: number
  readonly section?: string
  readonly text: string
}

/** A date as it is shown, in words: `text` in the calendar of the texts, `newStyle` in the new one where there are two. */
export type ShownDate = {
  /** ISO 8601, Gregorian, for `<time datetime>`. */
  readonly datetime: string
  /** “about”, before all else, where the date is only about right. */
  readonly about?: string
  readonly text: string
  readonly newStyle?: string
  /** Both calendars are printed unless the reader chooses one: so at the first mention of a day in a section. */
  readonly isDual: boolean
  /** Printed after both, where the year is wanted and is the same in both calendars. */
  readonly year?: string
}

/** What the components of one document print, in the order they stand in it. */
export type DocumentTexts = {
  readonly paragraphs: readonly Paragraph[]
  readonly citations: readonly Citation[]
  readonly clusters: readonly CitationCluster[]
  readonly dates: readonly ShownDate[]
}

/** A document with the address of its page and its notes, which only parts have. */
export type RenderedDocument = DocumentTexts & { readonly href: string; readonly notes: readonly Note[] }

export type Part = DocumentTexts & {
  readonly slug: string
  readonly number: number
  readonly title: string
  readonly description: string
  readonly href: string
  readonly sections: readonly Section[]
  readonly notes: readonly Note[]
  /** ISO 8601 days. */
  readonly published: string
  /** The day of the last revision. */
  readonly updated?: string
  /** What changed since it was published, the oldest first. */
  readonly revisions: readonly Revision[]
  readonly citeAs: readonly CitationForm[]
  readonly words: number
  /** Reading time in minutes at 220 words a minute, at least 1. */
  readonly minutes: number
}

/** How a passage of a part is cited in one style; `{locator}`, `{url}` and the day of access are filled in when it is. */
export type CitationForm = {
  readonly id: CitationStyleName | 'bibtex' | 'ris'
  readonly label: string
  /** What stands in the running text, in styles that have a list of works as well. */
  readonly inText?: string
  /** The note, or the entry in the list of works, in HTML with `<i>` only; for programs to read, where `isData`, in plain text. */
  readonly entry: string
  readonly isData?: true
}

/** A page of the writer’s own. */
export type Page = DocumentTexts & {
  readonly slug: string
  readonly title: string
  readonly description?: string
  readonly href: string
  readonly sections: readonly Section[]
}

export type Note = {
  readonly id: string
  readonly number: number
  readonly href: string
  readonly text: string
  /** What in it is marked as more or less sure, in the order it stands in. */
  readonly certainty: readonly Certainty[]
  /** In the order they stand in; at least one. */
  readonly references: readonly Reference[]
}

export type Reference = {
  /** `ref-<note>-<ordinal>`, a fragment of the part’s page. */
  readonly id: string
  readonly ordinal: number
  readonly place: Place
  /** The sentence it stands in. */
  readonly excerpt: string
}

/** A place that can be linked, and what to call it. */
export type Place = {
  readonly kind: 'paragraph' | 'note' | 'term' | 'page'
  readonly href: string
  /** “Part 1, ¶ 12”, “Part 1, note 5”, the name of a term, the title of a page. */
  readonly label: string
  /** The part, where it is in one. */
  readonly part?: number
}

/** A sentence around a fact: `match` is the fact itself. */
export type Excerpt = { readonly before: string; readonly match: string; readonly after: string }

/** One use of a source. */
export type Citation = {
  /** `cite-<source>-<ordinal>` within its document; for quotations `quote-<ordinal>`. */
  readonly id: string
  readonly source: string
  readonly locator?: string
  readonly place: Place
  readonly excerpt: Excerpt
  /** The citation as the style prints it among others, in HTML with `<i>` and `<span>` only; short where the work was cited before. */
  readonly html: string
  /** Where the work can be found (its DOI or URL), where the citation is in full: print writes it out. */
  readonly address?: string
}

/** Citations that stand side by side, in the order of the style: what it puts before the first and after each, in HTML. */
export type CitationCluster = { readonly before: string; readonly citations: readonly { readonly id: string; readonly after: string }[] }

/** How a work is cited in one style, in HTML with `<i>` and `<span>` only. */
export type SourceForm = {
  readonly style: CitationStyleName
  readonly label: string
  readonly cites: 'in-note' | 'in-text'
  /** The note, in full, or what stands in the running text. */
  readonly citation: string
  /** The entry in the list of works. */
  readonly entry: string
}

export type Source = SourceFile & {
  readonly id: string
  readonly href: string
  /** The entry of the bibliography as its style prints it, in HTML. */
  readonly html: string
  /** “Pipes, The Russian Revolution”. */
  readonly label: string
  /** “Pipes, Richard”, for sorting and display. */
  readonly authorSort: string
  /** First publication, `original-date` or `issued`, as a year. */
  readonly year?: string
  /** In every style the program knows. */
  readonly forms: readonly SourceForm[]
  /** By part, then glossary, then pages; in each by locator, the work as a whole first. */
  readonly citedIn: readonly Citation[]
  /** Terms whose entries rest on it. */
  readonly supports: readonly { readonly term: string; readonly locator?: string }[]
}

export type Mention = { readonly place: Place; readonly excerpt: Excerpt }

/** A relation as one of the two terms shows it, the inverse included. */
export type Relation = {
  /** “Part of”, “Led by”; for the inverse “Includes”, “Led”. */
  readonly says: string
  readonly type: RelationType
  readonly isInverse: boolean
  readonly term: string
  readonly note?: string
  readonly date?: CalendarDate
}

export type Term = Omit<TermFile, 'relations' | 'dates' | 'sources'> &
  DocumentTexts & {
    readonly id: string
    readonly href: string
    /** What a mention without children prints. */
    readonly label: string
    readonly sortKey: string
    /** “1903–1952”, “born 1870, died 1924”, in words. */
    readonly span?: string
    readonly start?: CalendarDate
    readonly end?: CalendarDate
    readonly dateNote?: string
    readonly definition: string
    readonly relations: readonly Relation[]
    readonly sources: TermFile['sources']
    readonly mentions: readonly Mention[]
  }

export type Event = {
  readonly id: string
  readonly href: string
  readonly date: CalendarDate
  /** The date in words, with the year and, where it was given, the new style. */
  readonly shown: ShownDate
  readonly title: string
  readonly text: string
  readonly kind: EventKind
  readonly certainty?: Certainty | undefined
  readonly terms: readonly string[]
  readonly place?: string | undefined
  readonly sources: readonly string[]
  /** The paragraphs and notes that name its day. */
  readonly toldIn: readonly Place[]
}
