import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printDiagnostics } from '../../diagnostics/print.ts'
import { buildSeries } from '../../series/build-series.ts'
import { manuscripts } from './manuscripts.ts'

test('what the language allows is read without a mistake: 100 small manuscripts', () => {
  fc.assert(
    fc.property(manuscripts(['a']), (files) => {
      const { series, diagnostics } = buildSeries(files)
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      assert.ok(series && errors.length === 0, printDiagnostics(errors, files, 'content'))
    }),
    // The first that fails says enough; to make it smaller would take minutes.
    { seed: 1905, numRuns: 100, endOnFailure: true },
  )
})
