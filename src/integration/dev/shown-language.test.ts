import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildSeries } from '../../series/build-series.ts'
import { miniature } from '../../testing/miniature.ts'
import { sayShownLanguage } from './shown-language.ts'

const translations = { 'translations/de/series.yaml': 'title: Die Lampe\n', 'translations/ar/series.yaml': 'title: المصباح\n' }

test('the server for writing says which languages it shows, and where', async () => {
  const reading = buildSeries(await miniature(translations))
  assert.match(
    sayShownLanguage(reading),
    /^This server shows the original, English \(“en-GB”\), and العربية at \/ar\/, Deutsch at \/de\/\./u,
  )
  assert.match(
    sayShownLanguage(reading, 'de'),
    /^This server shows Deutsch \(“de”\) alone\. Without that setting it shows all languages\.$/u,
  )
})

test('where there is one language it says nothing', async () => {
  assert.equal(sayShownLanguage(buildSeries(await miniature())), '')
})
