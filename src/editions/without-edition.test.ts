import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutEdition } from './without-edition.ts'

const edition = { hash: 'b7ed0fc97eab24a5', shortHash: 'b7ed0fc' }

test('a page of another edition that says the same is the same page without it', () => {
  const page = (hash: string) => `<p>Version 2.0 [${hash.slice(0, 7)}]</p><code>${hash}</code>`
  const other = { hash: '0123456789abcdef', shortHash: '0123456' }
  assert.equal(withoutEdition(page(edition.hash), edition).plain, withoutEdition(page(other.hash), other).plain)
})

test('what is made of the page says its edition, wherever it stands', () => {
  const html = '<p>[b7ed0fc] b7ed0fc97eab24a5</p>'
  const { plain, restore } = withoutEdition(html, edition)
  assert.doesNotMatch(plain, /b7ed0fc/u)
  assert.equal(restore(plain), html)
  const made: { texts: string[]; self?: unknown } = { texts: [plain] }
  made.self = made
  assert.deepEqual(restore(made).texts, [html])
})

test('a page that says no edition, or one who looks like what stands for it, stays as it is', () => {
  for (const html of ['<p>Plain</p>', '<p>b7ed0fc 0shorthash0of0edition0</p>']) assert.equal(withoutEdition(html, edition).plain, html)
  assert.equal(withoutEdition('<p>b7ed0fc</p>', undefined).plain, '<p>b7ed0fc</p>')
})
