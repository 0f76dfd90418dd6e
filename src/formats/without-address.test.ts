import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsonld from 'jsonld'
import { builtSeries, site } from '../testing/built-series.ts'
import { citationFile } from './citation-file.ts'
import { dublinCoreOf } from './dublin-core.ts'
import { highwireOf } from './highwire.ts'
import { partGraph } from './schema-org/series.ts'
import { seriesJson, seriesJsonSchema } from './series-json.ts'
import { skosOf } from './skos.ts'

const series = await builtSeries('e2e/tiny-series')
const [part] = series.parts
const nowhere = (page: string) => ({ page })

test('where nobody has said where the site lives, what is taken away from it names no address of it', () => {
  assert.ok(part)
  assert.doesNotMatch(citationFile(series, nowhere('/CITATION.cff')), /^ *url:/mu)
  const fields = [...highwireOf(part, series, nowhere(part.href)), ...dublinCoreOf(part, series, nowhere(part.href))]
  assert.deepEqual(
    fields.filter(({ name }) => /url$|identifier|isPartOf/u.test(name)),
    [],
  )
  assert.equal(fields.length + 5, [...highwireOf(part, series, site), ...dublinCoreOf(part, series, site)].length)
})

test('data that stays on the site names its places from where it stands', () => {
  assert.ok(part)
  const text = JSON.stringify(partGraph(part, series, nowhere(part.href)))
  assert.match(text, /"@id":"#part"/u)
  assert.match(text, /"@id":"\.\.\/#series"/u)
  assert.equal(seriesJson(series, nowhere('/series.json')).$schema, 'series.schema.json')
  assert.equal((seriesJsonSchema(nowhere('/series.schema.json')) as { $id: string }).$id, 'series.schema.json')
})

test('the glossary read at its place means the same as where its address is said', async () => {
  const place = new URL('glossary.skos.jsonld', site).href
  const meaning = async (document: object) =>
    JSON.stringify(await jsonld.canonize(document, { base: place, algorithm: 'RDFC-1.0', safe: true }))
  assert.equal(await meaning(skosOf(series, nowhere('/glossary.skos.jsonld'))), await meaning(skosOf(series, site)))
})
