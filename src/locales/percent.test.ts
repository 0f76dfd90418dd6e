import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formOfPercent, inPercent } from './percent.ts'
import { wordsOf } from './words.ts'

test('a share is written as the language writes it', () => {
  const said = (language: string, share: number) => inPercent(formOfPercent(wordsOf({ language })), share)
  assert.equal(said('en', 0.076), '8%')
  assert.equal(said('de', 1), '100\u{a0}%')
  assert.equal(said('tr', 0.5), '%50')
  for (const language of ['en', 'de', 'fr', 'tr', 'ar', 'he', 'ja'])
    assert.equal(said(language, 0.4), (0.4).toLocaleString(language, { style: 'percent', numberingSystem: 'latn' }))
})
