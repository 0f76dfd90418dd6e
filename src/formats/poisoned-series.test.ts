import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { parseFragment } from 'parse5'
import { parse as parseYaml } from 'yaml'
import type { Series } from '../model/series.ts'
import { builtSeries, site } from '../testing/built-series.ts'
import { harmless, poison, poisoned } from '../testing/poisoned-series.ts'
import { writeBibliography } from './bibliography.ts'
import { citationFile } from './citation-file.ts'
import { contextObjectOf } from './context-object.ts'
import { highwireOf } from './highwire.ts'
import { type Graph, scriptText } from './schema-org/graph.ts'
import { seriesGraph } from './schema-org/series.ts'
import { seriesJson } from './series-json.ts'
import { skosOf } from './skos.ts'

const clean = await builtSeries('e2e/tiny-series')
const series = poisoned(clean)

/** How many values of any kind hold the poison. */
const count = (value: unknown): number => JSON.stringify(value).split('@book{').length - 1

test('the poison is in every text of the series', () => {
  const { authors, parts, sources, terms, events, places, charts, title, description, publisher } = series
  for (const [name, value] of Object.entries({ authors, parts, sources, terms, events, places, charts, title, description, publisher }))
    assert.ok(count(value) > 0, name)
  assert.ok(count(series) > 500, `${count(series)} texts`)
})

test('BibTeX and RIS have as many works as before, each with its fields and no other', () => {
  const { entries, errors } = parseBibtex(writeBibliography(series.sources, 'bib'), { sentenceCase: false })
  assert.deepEqual(errors, [])
  const before = parseBibtex(writeBibliography(clean.sources, 'bib'), { sentenceCase: false }).entries
  const shape = (all: typeof entries) => all.map(({ key, type, fields }) => [key, type, Object.keys(fields).sort()])
  assert.deepEqual(shape(entries), shape(before))
  for (const [i, { fields }] of entries.entries()) assert.equal(fields.title, harmless(series.sources[i]?.title ?? ''))

  const records: Record<string, unknown>[] = plugins.input.chainLink(writeBibliography(series.sources, 'ris'))
  const tags = (all: readonly Record<string, unknown>[]) => all.map((record) => Object.keys(record).sort())
  assert.deepEqual(tags(records), tags(plugins.input.chainLink(writeBibliography(clean.sources, 'ris'))))
  assert.deepEqual(
    records.map(({ TI }) => TI),
    series.sources.map(({ title }) => harmless(title)),
  )
})

test('CSL-JSON, series.json and SKOS are JSON with the same words', () => {
  const works: { title: string }[] = JSON.parse(writeBibliography(series.sources, 'json'))
  assert.deepEqual(
    works.map(({ title }) => title),
    series.sources.map(({ title }) => title),
  )
  assert.deepEqual(JSON.parse(JSON.stringify(seriesJson(series, site))).title, series.title)
  assert.equal(count(JSON.parse(JSON.stringify(skosOf(series, site)))) > 20, true)
})

test('CITATION.cff is YAML that says of the series what it says of itself', () => {
  const file = parseYaml(citationFile(series, site))
  assert.deepEqual(Object.keys(file), Object.keys(parseYaml(citationFile(clean, site))))
  assert.equal(file.title, series.title)
  assert.equal(file.abstract, series.description)
  assert.equal(file['preferred-citation'].publisher.name, series.publisher)
  assert.equal(file.authors.length, series.authors.length)
})

test('structured data ends where its script ends, and reads back as it was', () => {
  const graph: Graph = seriesGraph(series, site)
  const { childNodes } = parseFragment(`<script type="application/ld+json">${scriptText(graph)}</script><p>after</p>`)
  const [script, after] = childNodes
  assert.deepEqual([script?.nodeName, after?.nodeName, childNodes.length], ['script', 'p', 2])
  const text = script && 'childNodes' in script ? script.childNodes.map((child) => ('value' in child ? child.value : '')).join('') : ''
  assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(graph)))
})

test('a reference in the head has its fields and no other, and COinS its keys', () => {
  for (const [i, part] of series.parts.entries()) {
    const fields = (of: Series) =>
      highwireOf(of.parts[i] ?? part, of, site).map(({ name, content }) => [
        name,
        ...(name === 'citation_reference' ? content.split('; ').map((field) => field.split('=')[0]) : []),
      ])
    assert.deepEqual(fields(series), fields(clean))
  }
  for (const [i, source] of series.sources.entries()) {
    const keys = (query: string) => [...new URLSearchParams(query)].map(([key]) => key)
    assert.deepEqual(keys(contextObjectOf(source)), keys(contextObjectOf(clean.sources[i] ?? source)))
    assert.ok(contextObjectOf(source).includes(encodeURIComponent('@book{')), poison)
  }
})
