import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { count } from '../model/counts.ts'

/** The warnings on the texts in a line, by their codes, the most frequent first. */
export function sumWarnings(diagnostics: readonly Pick<Diagnostic, 'code' | 'severity'>[]): string {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
  const codes = [...Map.groupBy(warnings, ({ code }) => code)].map(([code, { length }]) => ({ code, length }))
  const kinds = codes
    .sort((a, b) => b.length - a.length || (a.code < b.code ? -1 : 1))
    .map(({ code, length }) => `${code} ${length.toLocaleString('en-GB')}`)
  return `${count(warnings.length, 'warning')} in the texts: ${kinds.join(', ')}. With --verbose each is shown in its place.`
}
