import type { Markup } from './cards.ts'

/** Words that code says once something is opened: by the element that they were handed to and their name there, `results-one`. */
export type OpenedWords = Record<string, Record<string, string>>

/** What a page is given once something is opened. */
export type Opened = {
  readonly words: OpenedWords
  /** What stands in its elements with `data-apart`, in their order; or in the one that is alone in its file. */
  readonly contents: readonly (readonly Markup[])[]
}
