import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildSeries } from '../series/build-series.ts'
import { miniature, partWith } from '../testing/miniature.ts'

const reportsOf = async (changes: Record<string, string>) =>
  buildSeries(await miniature(changes)).diagnostics.map(
    ({ code, file, span, message }) => `${file}:${span.start.line}:${span.start.column} ${code} ${/U\+[\dA-F]+/u.exec(message)?.[0]}`,
  )

test('a character that nobody can see is found where it is written as a reference', async () => {
  const text =
    'Words &#8238;turned&#x202C; and [a link](https://example.org/&#x200b;a "b&#7;") &amp; <Foreign lang="el">a&ZeroWidthSpace;b</Foreign>.'
  assert.deepEqual(
    await reportsOf({ 'parts/one.mdx': partWith(text) }).then((found) => found.filter((report) => report.includes('invisible'))),
    [
      'parts/one.mdx:8:7 character-invisible U+202E',
      'parts/one.mdx:8:20 character-invisible U+202C',
      'parts/one.mdx:8:62 character-invisible U+200B',
      'parts/one.mdx:8:74 character-invisible U+0007',
      'parts/one.mdx:8:107 character-invisible U+200B',
    ],
  )
})

test('and where it is written as an escape of YAML', async () => {
  const source = 'type: book\ntitle: "A \\u0007 bell"\nauthor:\n  - literal: "B\\uFFFE"\nfurther-reading: true\n'
  assert.deepEqual(await reportsOf({ 'sources/bell.yaml': source }), [
    'sources/bell.yaml:2:8 character-invisible U+0007',
    'sources/bell.yaml:4:14 character-invisible U+FFFE',
  ])
})
