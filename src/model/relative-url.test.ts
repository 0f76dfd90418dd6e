import assert from 'node:assert/strict'
import { test } from 'node:test'
import { relativeUrl } from './relative-url.ts'

const pages = ['/', '/part-1/', '/part-2/', '/sources/', '/sources/reed/', '/glossary/lenin/', '/a/b/c/', '/404.html', '/_astro/style.css']
const targets = [
  ...pages,
  '/feed.xml',
  '/_astro/fonts/vollkorn.woff2',
  '/part-1/#note-x',
  '/?q=a',
  '/search/?q=a/b#c',
  '/#top',
  '/sources/reed/?q=/x/',
]

test('the relative form leads where the whole one leads, from every page and under every folder', () => {
  for (const root of ['https://example.org', 'https://example.org/some/folder', 'file:///home/reader/my%20site']) {
    for (const from of pages) {
      for (const url of targets)
        assert.equal(new URL(relativeUrl(from, url), root + from).href, new URL(root + url).href, `${from} → ${url}`)
    }
  }
})

test('nothing begins at the root', () => {
  for (const from of pages) for (const url of targets) assert.doesNotMatch(relativeUrl(from, url), /^\//u)
})

const cases = [
  ['the start page from a part', '/part-1/', '/', '../'],
  ['a part from the start page', '/', '/part-1/', 'part-1/'],
  ['a page beside this one', '/part-1/', '/part-2/', '../part-2/'],
  ['a page below this one', '/sources/', '/sources/reed/', 'reed/'],
  ['the page above this one', '/sources/reed/', '/sources/', '../'],
  ['a page in another folder', '/sources/reed/', '/glossary/lenin/#p-x', '../../glossary/lenin/#p-x'],
  ['this page', '/part-1/', '/part-1/', './'],
  ['this page, from the start page', '/', '/', './'],
  ['a place on this page', '/part-1/', '/part-1/#note-x', '#note-x'],
  ['this page with a query', '/search/', '/search/?q=lamp', '?q=lamp'],
  ['the start page with a query', '/search/', '/?q=lamp', '../?q=lamp'],
  ['a file', '/sources/reed/', '/_astro/style.css', '../../_astro/style.css'],
  ['a file beside a file', '/_astro/style.css', '/_astro/vollkorn.woff2', 'vollkorn.woff2'],
] as const

for (const [name, from, url, expected] of cases) {
  test(`${name} is written ${expected}`, () => {
    assert.equal(relativeUrl(from, url), expected)
  })
}
