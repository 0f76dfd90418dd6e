import type { Span } from '../model/facts.ts'
import { type Code, catalog, type ParamsOf, type Severity } from './catalog.ts'

/** One mistake in the manuscript: a code, a place and the finished words. */
export type Diagnostic = {
  readonly code: Code
  readonly severity: Severity
  /** Path relative to the manuscript’s folder. */
  readonly file: string
  readonly span: Span
  readonly message: string
  readonly remedy: string
}

/** The start of a file: the place of mistakes that stand nowhere in particular. */
export const startOfFile: Span = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

/** Makes the diagnostic of `code` at `span` of `file`; severity and words come from the catalog. */
export function diagnose<C extends Code>(code: C, file: string, span: Span, params: ParamsOf<C>): Diagnostic {
  const { severity, says, remedy } = catalog[code] as { severity: Severity; says: (p: unknown) => string; remedy: (p: unknown) => string }
  return { code, severity, file, span, message: says(params), remedy: remedy(params) }
}
