import { type Code, catalog } from '../../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { type Manuscript, seriesPath } from '../../manuscript/read-manuscript.ts'
import { itsName } from '../../manuscript/yaml/yaml.ts'
import type { SeriesFile } from '../../model/files/series-file.ts'

const warnings = Object.entries(catalog).flatMap(([code, { severity }]) => (severity === 'warning' ? [code as Code] : []))

/** Whether all that the series does without is a warning. */
export function checkRules({ series }: Pick<Manuscript, 'series'>): Diagnostic[] {
  if (!series) return []
  return Object.keys(series.file.style?.without ?? {}).flatMap((rule) => {
    if (warnings.some((code) => code === rule)) return []
    const isError = Object.hasOwn(catalog, rule)
    const nearest = isError ? undefined : suggest(rule, warnings)
    const span = series.locate(['style', 'without', rule, itsName])
    return [diagnose('rule-unknown', seriesPath, span, { rule, isError, ...(nearest && { nearest }) })]
  })
}

/**
 * Leaves out the warnings that the series does without, and of a series with one calendar those about dates that are only
 * words, for there is no other calendar to print beside them.
 */
export function keepRules(diagnostics: readonly Diagnostic[], { style, 'new-calendar': newCalendar }: SeriesFile): Diagnostic[] {
  const without = new Set([...Object.keys(style?.without ?? {}), ...(newCalendar === undefined ? ['date-unmarked'] : [])])
  return diagnostics.filter(({ code, severity }) => severity === 'error' || !without.has(code))
}
