import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readFiles } from '../manuscript/files.ts'
import { buildSeries } from './build-series.ts'

const { series, diagnostics } = buildSeries(await readFiles(fileURLToPath(new URL('../../e2e/stranger', import.meta.url))))

test('a manuscript of another subject, with kinds and looks of its own, has no mistake', () => {
  assert.deepEqual(diagnostics, [])
  assert.equal(series?.theme?.schemes.light.accent, '#7a3b12')
})

test('places of kinds stand kind by kind, with the words and signs of the vocabulary, those of the writer’s own first', () => {
  assert.deepEqual(series?.placeKinds, [
    { id: 'oven-house', one: 'Oven house', many: 'Oven houses', mark: 'box' },
    { id: 'route', one: 'Way or crossing', many: 'Ways and crossings', mark: 'diamond' },
  ])
  assert.deepEqual(
    series?.places.map(({ id, kind }) => [id, kind]),
    [
      ['lower-bakehouse', 'oven-house'],
      ['ford', 'route'],
    ],
  )
})

test('a text that names one of its recordings has numbers for them, of sound and of film', () => {
  const part = series?.parts.find(({ slug }) => slug === 'the-bakehouse')
  assert.match(JSON.stringify(part), /Audio 1 is the bell that told them; how a loaf went in shows the film\./u)
})

test('no part of it is numbered, nothing is of another series, and a draft is nowhere', () => {
  const words = JSON.stringify({ ...series, words: undefined })
  assert.doesNotMatch(words, /Part 1|not finished|Rye"|party|faction|government/u)
  assert.deepEqual(
    series?.parts.map(({ slug, number }) => [slug, number]),
    [
      ['preface', undefined],
      ['the-bakehouse', 1],
      ['colophon', undefined],
    ],
  )
})
