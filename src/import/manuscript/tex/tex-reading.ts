import type { BlockContent, DefinitionContent, FootnoteDefinition, PhrasingContent } from 'mdast'
import type { Loss } from '../read-text.ts'
import type { Labelled } from './tex-references.ts'

export type Block = BlockContent | DefinitionContent

/** Where what is read goes: words into the paragraph that is open, blocks behind it. */
export type Out = {
  readonly say: (...words: PhrasingContent[]) => void
  readonly paragraph: () => void
  readonly block: (...blocks: Block[]) => void
}

/** What the readers of single constructs share: what was found by now, and how to read what is in them. */
export type TexReading = {
  readonly losses: Loss[]
  readonly labels: Map<string, Labelled>
  /** Notes whose words come later (`\footnotetext`). */
  readonly waiting: { readonly note: FootnoteDefinition; readonly number: string | undefined }[]
  /** How many quotations are open. */
  quotations: number
  /** A stretch of LaTeX as blocks. */
  blocks(text: string): Block[]
  /** A stretch of LaTeX as running text. */
  phrases(text: string): PhrasingContent[]
  /** A new note, with no words yet. */
  note(): FootnoteDefinition
}
