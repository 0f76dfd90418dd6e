import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFragment, serialize } from 'parse5'
import type { Element } from '../html.ts'
import { rewriteCard, rewriteForFile } from './rewrite-page.ts'
import { makeUnique } from './unique-ids.ts'

const ids = makeUnique([
  { path: '/part-1/', ids: ['note-a', 'list'] },
  { path: '/part-2/', ids: ['note-b', 'list', 'clip'] },
  { path: '/', ids: [] },
  { path: '/glossary/mrc/', ids: [] },
])

const rewritten = (html: string, page = '/part-2/') => {
  const tree = parseFragment(html)
  for (const element of tree.childNodes) rewriteForFile(element as Element, page, ids, 'https://example.org/some/')
  return serialize(tree)
}

test('a link leads to the page or place in the file', () => {
  assert.equal(
    rewritten(
      '<a href="../part-1/#note-a">1</a><a href="../part-1/">2</a><a href="#note-b">3</a><a href="../">4</a><a href="../part-1/index.html?q=a#list">5</a>',
    ),
    '<a href="#note-a">1</a><a href="#page-part-1">2</a><a href="#note-b">3</a><a href="#page-start">4</a><a href="#list">5</a>',
  )
})

test('a link to what the file does not have leads to the published site, one to another site stays', () => {
  assert.equal(
    rewritten('<a href="../series.json">1</a><a href="https://a.b/">2</a>'),
    '<a href="https://example.org/some/series.json">1</a><a href="https://a.b/">2</a>',
  )
})

test('a link to a note on the page of all notes leads to the note', () => {
  assert.equal(rewritten('<a href="../notes/#note-a">1</a>'), '<a href="#note-a">1</a>')
})

test('an id that is there already is another one, for those who name it too', () => {
  assert.equal(
    rewritten('<h2 id="list">A</h2><nav aria-labelledby="list x"></nav><svg><g clip-path="url(#clip)"></g><use href="#list"></use></svg>'),
    '<h2 id="page-part-2-list" aria-level="3">A</h2><nav aria-labelledby="page-part-2-list x"></nav><svg><g clip-path="url(#clip)"></g><use href="#page-part-2-list"></use></svg>',
  )
})

test('a link that has a preview tells of which page', () => {
  assert.equal(
    rewritten('<a role="doc-glossref" href="../glossary/mrc/">1</a>'),
    '<a role="doc-glossref" href="#page-glossary-mrc" data-page="/glossary/mrc/">1</a>',
  )
})

test('so does a link to a place or an event on another page, and none to one on this', () => {
  assert.equal(
    rewritten('<a href="../places/#smolny">1</a>'),
    '<a href="https://example.org/some/places/#smolny" data-page="/places/smolny/">1</a>',
  )
  assert.doesNotMatch(rewritten('<a href="#event-x">1</a><a href="../timeline/#year-1917">2</a>'), /data-page/)
})

test('a preview has no ids, and its links are those of the file', () => {
  assert.equal(
    rewriteCard(
      '<title>MRC</title><body><p id="p-x"><a href="../">MRC</a></p>',
      '/glossary/mrc/card/index.html',
      ids,
      'https://example.org/',
    ),
    '<p><a href="#page-glossary-mrc">MRC</a></p>',
  )
})
