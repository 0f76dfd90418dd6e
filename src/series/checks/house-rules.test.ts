import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildSeries } from '../build-series.ts'

const codesOf = (style: string, text: string) =>
  buildSeries(
    Object.entries({
      'series.yaml': `format: 1\ntitle: Locks\nauthor: The Society\n${style}`,
      'parts/one.mdx': `# Locks\n\n${text}\n`,
    }).map(([path, content]) => ({ path, text: content })),
  ).diagnostics.map(({ code, span }) => `${code} ${span.start.line}`)

const words = (count: number) => `“${'word '.repeat(count).trim()}”`

test('a series does without a warning, and keeps the others', () => {
  const text = 'It was "deep" - very.'
  assert.deepEqual(codesOf('', text), ['quote-straight 3', 'quote-straight 3', 'hyphen-as-dash 3'])
  assert.deepEqual(codesOf('style: { without: { quote-straight: They are set by the printer. } }\n', text), ['hyphen-as-dash 3'])
})

test('a series has a limit of its own for quotations', () => {
  const text = `${words(30)}\n\n${words(60)}`
  assert.deepEqual(codesOf('', text), ['quotation-long 5'])
  assert.deepEqual(codesOf('style: { quotation-limit: 80 }\n', text), [])
  assert.deepEqual(codesOf('style: { quotation-limit: 20 }\n', text), ['quotation-long 3', 'quotation-long 5'])
})

test('where there is one calendar, a date in words is a date', () => {
  const text = 'It opened on 3 May 1826.'
  assert.deepEqual(codesOf('', text), [])
  assert.deepEqual(codesOf("new-calendar: '1918-02-14'\n", text), ['date-unmarked 3'])
})
