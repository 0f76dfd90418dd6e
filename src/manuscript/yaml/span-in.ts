import type { Span } from '../../model/facts.ts'
import { lastWhere } from '../../model/halving.ts'

/** The place of `length` characters at `offset` of a text. */
export function spanIn(text: string, offset: number, length: number): Span {
  const starts = lineStartsOf(text)
  const line = lastWhere(starts.length, (at) => (starts[at] ?? 0) <= offset) + 1
  const start = { line, column: offset - (starts[line - 1] ?? 0) + 1, offset }
  return { start, end: { line, column: start.column + length, offset: offset + length } }
}

/** Where a line, counted from 1, begins in a text. */
export const lineOffset = (text: string, line: number): number => lineStartsOf(text)[line - 1] ?? text.length

/** The lines of the text asked about last: a text with ten thousand mistakes is cut into lines once. */
let latest = { text: '', starts: [0] }

function lineStartsOf(text: string): readonly number[] {
  if (latest.text !== text)
    latest = { text, starts: [0, ...[...text.matchAll(/\r?\n/gu)].map(({ index, 0: { length } }) => index + length)] }
  return latest.starts
}
