import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unified } from 'unified'
import { remarkData } from './render-safely.ts'

test('what the render pass refuses is named as the writer knows it, with its place', () => {
  const file = { path: 'content/parts/one.mdx', value: 'Words {1 + 1}.' }
  assert.throws(() => unified().use(remarkData).parse(file), { file: 'content/parts/one.mdx', message: /^content\/parts\/one\.mdx:1:7: / })
})
