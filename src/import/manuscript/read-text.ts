import type { Root } from 'mdast'

/** What of a foreign text has no place, and where in the original it stands. */
export type Loss = {
  readonly place: string
  readonly says: string
  /** The line in the part that was made, where it is in it. */
  readonly line?: number
}

/** A citation that Zotero or Mendeley put into a document, as CSL has it. */
export type WordCitation = {
  /** Its words were changed by the writer, and stay. */
  readonly keepsWords?: true
  readonly items: readonly {
    readonly work: Readonly<Record<string, unknown>>
    readonly locator?: string
    readonly label?: string
    readonly prefix?: string
    readonly suffix?: string
    readonly suppressesAuthor?: true
  }[]
}

/** A foreign text as it was read: blocks, and notes as footnotes of Markdown with any identifiers. */
export type ReadText = {
  readonly tree: Root
  readonly title?: string
  readonly losses: Loss[]
  /** Citations that stand in the text between marks (see `citation-fields.ts`). */
  readonly citations?: readonly WordCitation[]
  /** Pictures that the document itself has, by the address that the tree names. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}
