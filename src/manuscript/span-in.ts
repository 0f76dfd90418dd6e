import type { Span } from '../model/facts.ts'

/** The place of `length` characters at `offset` of a text. */
export function spanIn(text: string, offset: number, length: number): Span {
  const before = text.slice(0, offset).split(/\r?\n/u)
  const start = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset }
  return { start, end: { line: start.line, column: start.column + length, offset: offset + length } }
}
