import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildSeries } from '../series/build-series.ts'
import { miniature } from '../testing/miniature.ts'
import { sayShownLanguage } from './shown-language.ts'

const translations = { 'translations/de/series.yaml': 'title: Die Lampe\n', 'translations/ar/series.yaml': 'title: المصباح\n' }

test('the server for writing says which language it shows, and how another is chosen', async () => {
  const reading = buildSeries(await miniature(translations))
  assert.match(
    sayShownLanguage(reading),
    /^This server shows the original, English \(“en-GB”\)\. For العربية \(“ar”\) or Deutsch \(“de”\) start it with PAMPHLET_TRANSLATION=ar, /u,
  )
  const inGerman = sayShownLanguage(reading, 'de')
  assert.match(inGerman, /^This server shows Deutsch \(“de”\)\. For العربية \(“ar”\) start it with PAMPHLET_TRANSLATION=ar, /u)
  assert.match(inGerman, /Without that setting it shows the original\.$/u)
})

test('where there is one language it says nothing', async () => {
  assert.equal(sayShownLanguage(buildSeries(await miniature())), '')
})
