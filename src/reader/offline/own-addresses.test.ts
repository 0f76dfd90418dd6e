import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayHaveAddress } from './own-addresses.ts'

const folders = ['part-1', '_astro', 'glossary', '%D0%BC%D0%B0%D1%8F%D0%BA']

for (const scope of ['https://example.org/', 'https://example.org/a/b/'])
  test(`under ${scope} what lies in another folder belongs to somebody else`, () => {
    const base = new URL(scope).pathname
    const near = ['', 'series.json', 'part-2', '_astro/b.css', 'glossary/gone/', 'part-1/x.pdf', '%D0%BC%D0%B0%D1%8F%D0%BA/']
    const all = [...near, 'b/', 'b/index.html', 'b/part-1/', 'b/_astro/a.css', 'part-2/']
    assert.deepEqual(
      all.filter((path) => mayHaveAddress(base + path, folders, scope)),
      near,
    )
  })
