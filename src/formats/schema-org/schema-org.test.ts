import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsonld from 'jsonld'
import { site } from '../../testing/built-series.ts'
import { published, unlike, wrong } from '../../testing/schema-graphs.ts'
import { mistakesIn } from '../../testing/schema-vocabulary.ts'

// By the letter of each value `check:long` asks.
test('every type and property is of schema.org’s vocabulary, and stands where it may, with a thing that it may have', () => {
  assert.ok(unlike.length > 20)
  assert.deepEqual(unlike.flatMap(mistakesIn), [])
  for (const graph of wrong) assert.equal(mistakesIn(graph).length, 1, `what is wrong is seen: ${JSON.stringify(graph)}`)
})

test('a JSON-LD library reads every property: none is dropped', async () => {
  for (const graph of published) {
    const expanded = await jsonld.expand(graph, { safe: true, documentLoader: schemaOrg })
    assert.deepEqual(propertiesOf(expanded).sort(), propertiesOf(graph['@graph']).sort())
  }
})

test('every name is an absolute address, and what one thing says of another is said of something that is described', () => {
  const described = new Set(
    published.flatMap((graph) => thingsIn(graph).flatMap((thing) => ('@type' in thing && '@id' in thing ? String(thing['@id']) : []))),
  )
  const named = published.flatMap((graph) => thingsIn(graph).flatMap((thing) => ('@id' in thing ? String(thing['@id']) : [])))
  assert.ok(named.every((id) => id.startsWith(site.href)))
  assert.deepEqual(
    named.filter((id) => !described.has(id)),
    [],
  )
})

/** In place of the network: schema.org’s context says of every word that it is one of schema.org’s. */
const schemaOrg = async (url: string) => {
  assert.equal(url, 'https://schema.org')
  return { documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } }, contextUrl: null }
}

type Json = Readonly<Record<string, unknown>>

const thingsIn = (value: unknown): Json[] =>
  Array.isArray(value)
    ? value.flatMap(thingsIn)
    : value !== null && typeof value === 'object'
      ? [value as Json, ...Object.values(value).flatMap(thingsIn)]
      : []

/** The names of all properties, as often as they stand. */
const propertiesOf = (value: unknown): string[] =>
  thingsIn(value).flatMap((thing) =>
    Object.keys(thing).flatMap((key) => (key.startsWith('@') ? [] : key.replace('https://schema.org/', ''))),
  )
