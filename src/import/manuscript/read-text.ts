import type { Root } from 'mdast'

/** What of a foreign text has no place, and where in the original it stands. */
export type Loss = { readonly place: string; readonly says: string }

/** A foreign text as it was read: blocks, and notes as footnotes of Markdown with any identifiers. */
export type ReadText = { readonly tree: Root; readonly title?: string; readonly losses: Loss[] }
