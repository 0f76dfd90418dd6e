import { type Diagnostic, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { Span } from '../../model/facts.ts'
import { lineOffset, spanIn } from '../yaml/span-in.ts'
import type { OverlaidFile } from './overlay.ts'

/** A mistake in a file of an overlay at its place in the file as the translator has it. */
export function placeBack(diagnostic: Diagnostic, { text, liesAt, laid }: OverlaidFile): Diagnostic {
  if (liesAt === undefined) return diagnostic
  return { ...diagnostic, file: liesAt, span: laid ? spanBack(diagnostic.span, text, laid) : diagnostic.span }
}

function spanBack({ start, end }: Span, text: string, { written, mergedLines, shift }: NonNullable<OverlaidFile['laid']>): Span {
  if (start.line > mergedLines || mergedLines === 0) return { start: pointBack(start, written, shift), end: pointBack(end, written, shift) }
  // Merged fields have other places: what stands there is looked for among the words of the translation.
  const words = text.slice(start.offset, end.offset).replace(/^"(.*)"$/su, '$1')
  const at = words.trim() ? written.indexOf(words) : -1
  return at < 0 ? startOfFile : spanIn(written, at, words.length)
}

const pointBack = ({ line, column }: Span['start'], written: string, shift: number): Span['start'] => {
  const own = Math.max(1, line - shift)
  return { line: own, column, offset: Math.min(written.length, lineOffset(written, own) + column - 1) }
}
