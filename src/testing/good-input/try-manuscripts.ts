import assert from 'node:assert/strict'
import fc from 'fast-check'
import { printDiagnostics } from '../../diagnostics/print.ts'
import { buildSeries } from '../../series/build-series.ts'
import { manuscripts } from './manuscripts.ts'

/** Reads small manuscripts of everything that the language allows, the same ones for the same seed; none has a mistake. */
export function tryManuscripts(count: number, seed: number): void {
  fc.assert(
    fc.property(manuscripts(['a']), (files) => {
      const { series, diagnostics } = buildSeries(files)
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      assert.ok(series && errors.length === 0, printDiagnostics(errors, files, 'content'))
    }),
    // The first that fails says enough; to make it smaller would take minutes.
    { seed, numRuns: count, endOnFailure: true },
  )
}
