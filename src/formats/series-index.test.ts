import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { readSeries } from '../editions/read-series.ts'
import { builtSeries, site } from '../testing/built-series.ts'
import { filesOfSeries, isIndexed, seriesIndex } from './series-index.ts'
import { seriesJson, seriesJsonSchema } from './series-json.ts'

const short = await builtSeries('e2e/tiny-series')
const [part = assert.fail('The tiny series has parts.')] = short.parts
const long = {
  ...short,
  parts: [...short.parts, ...Array.from({ length: 60 }, (_, i) => ({ ...part, slug: `more-${i}`, number: 3 + i, href: `/more-${i}/` }))],
}
const here = site

test('a short series is one file, and a long one an index that keeps its schema', () => {
  assert.equal(isIndexed(short), false)
  assert.deepEqual(filesOfSeries(short), [])
  assert.equal(isIndexed(long), true)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const isRight = ajv.compile(seriesJsonSchema(here, 'index'))
  assert.ok(isRight(JSON.parse(JSON.stringify(seriesIndex(long, here)))), JSON.stringify(isRight.errors?.slice(0, 3)))
})

test('the editions read a long series from its files as if it were one', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-index-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const { href, value } of [{ href: '/series.json', value: seriesIndex(long, here) }, ...filesOfSeries(long)]) {
    mkdirSync(dirname(join(folder, href)), { recursive: true })
    writeFileSync(join(folder, href), JSON.stringify(value))
  }
  assert.deepEqual(readSeries(pathToFileURL(`${folder}/`)), JSON.parse(JSON.stringify(seriesJson(long, here))))
})
