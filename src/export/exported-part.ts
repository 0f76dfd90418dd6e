import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast'

/** A use of a source as other programs cite: in CSL-JSON, with the words before and after. */
export type ExportedCite = {
  readonly source: string
  readonly item: Readonly<Record<string, unknown>>
  /** As it is typed: “vol. 3, ch. 44”. */
  readonly locator?: string
  /** The same for CSL, where it has one label and one number. */
  readonly csl?: { readonly label: string; readonly locator: string }
  readonly prefix?: string
  readonly suffix?: string
  readonly suppressesAuthor?: true
}

/** One or more sources cited in one place. `children` is how the style of the series prints them, or the writer’s words. */
export type ExportedCitation = {
  readonly type: 'citation'
  readonly cites: readonly ExportedCite[]
  readonly children: PhrasingContent[]
  /** Whether the words are the writer’s own. */
  readonly isOwn: boolean
}

/** Words in another language. */
export type ExportedForeign = { readonly type: 'foreign'; readonly lang: string; readonly children: PhrasingContent[] }

/** Letters above or below the line. */
export type ExportedScript = { readonly type: 'script'; readonly kind: 'sup' | 'sub'; readonly children: PhrasingContent[] }

/** A picture of the series with its caption. */
export type ExportedFigure = {
  readonly type: 'figure'
  readonly src: string
  readonly alt: string
  readonly caption: PhrasingContent[]
}

/**
 * A part for people who work with other programs: blocks of Markdown, in which the vocabulary has become words, but for
 * citations, foreign words, letters beside the line and figures.
 */
export type ExportedPart = {
  readonly slug: string
  readonly title: string
  readonly byline: string
  readonly language: string
  readonly blocks: readonly RootContent[]
  /** In the order of their numbers; the identifiers of references are their ids. */
  readonly notes: readonly FootnoteDefinition[]
}
