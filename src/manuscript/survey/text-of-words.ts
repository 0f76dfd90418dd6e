import type { CertaintyLevel } from '../../model/certainty.ts'
import type { Words } from '../../model/facts.ts'

/** The words without what the program supplies; what a new key and the word count go by. */
export const ownText = (words: readonly Words[]): string => words.map(ownTextOf).join('')

/** The same with each date as it is written in the manuscript; what a paragraph is known again by when it was edited. */
export const recordedText = (words: readonly Words[]): string =>
  words.map((part) => (part.kind === 'date' ? (part.own ?? part.written) : ownTextOf(part))).join('')

function ownTextOf(part: Words): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'marker') return ''
  if (part.kind === 'certainty') return `${recordedLevels[part.level]}: `
  return part.own ?? (part.kind === 'date' ? '' : part.id)
}

/** How sure a statement is, as ledgers have recorded it since version 0.1, whatever the language of the series. */
const recordedLevels = { high: 'Certain', medium: 'Uncertain', disputed: 'Disputed', low: 'Doubtful' } satisfies Record<
  CertaintyLevel,
  string
>

/** Counts words as readers do: runs of letters and digits, with the apostrophes and hyphens inside them. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[’'‑-][\p{L}\p{N}]+)*/gu)?.length ?? 0
