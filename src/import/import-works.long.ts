import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'
import { inventBibliography } from '../testing/invented-bibliography.ts'
import { importWorks } from './import-works.ts'

test('a series can be built of every work that was taken in', async () => {
  const base = await readFiles('src/diagnostics/fixtures/_base')
  const { written } = importWorks([{ path: 'invented.bib', text: inventBibliography().text }], [])
  const { series, diagnostics } = buildSeries([...base, ...written])
  assert.deepEqual([...new Set(diagnostics.map(({ code }) => code))], ['source-unused'])
  assert.ok((series?.sources.length ?? 0) > written.length)
})
