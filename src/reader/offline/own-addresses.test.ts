import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesOf } from './own-addresses.ts'

const files = ['', 'part-1/', '_astro/a.css', 'glossary/mrc/', 'favicon.svg', '%D0%BC%D0%B0%D1%8F%D0%BA/'].map((address) => ({ address }))

for (const scope of ['https://example.org/', 'https://example.org/a/b/']) {
  const base = new URL(scope).pathname
  const addresses = addressesOf(files, scope)
  const all = (paths: readonly string[], question: 'has' | 'mayHave') => paths.filter((path) => addresses[question](base + path))

  test(`under ${scope} a file is known in every form of its address`, () => {
    const known = ['', 'index.html', 'part-1', 'part-1/', 'part-1/index.html', '_astro/a.css', 'favicon.svg', '%D0%BC%D0%B0%D1%8F%D0%BA/']
    assert.deepEqual(all([...known, 'part-2/', '_astro/b.css', 'part-1/x', 'b/', 'b/part-1/'], 'has'), known)
  })

  test(`under ${scope} what lies in another folder belongs to somebody else`, () => {
    const near = ['', 'series.json', 'part-2', '_astro/b.css', 'glossary/gone/', 'part-1/x.pdf']
    assert.deepEqual(all([...near, 'b/', 'b/index.html', 'b/part-1/', 'b/_astro/a.css', 'part-2/'], 'mayHave'), near)
  })
}
