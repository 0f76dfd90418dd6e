import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeUnique } from './unique-ids.ts'

const unique = makeUnique([
  { path: '/part-1/', ids: ['note-a', 'sources', 'cite-x-1'] },
  { path: '/part-2/', ids: ['note-b', 'cite-x-1'] },
  { path: '/', ids: [] },
  { path: '/glossary/mrc/', ids: ['cite-x-1', 'page-part-1'] },
])

test('an id that only one page has stays as it is', () => {
  assert.equal(unique.get('/part-1/')?.ids.get('note-a'), 'note-a')
  assert.equal(unique.get('/part-2/')?.ids.get('note-b'), 'note-b')
})

test('of an id that several pages have, the first keeps it', () => {
  assert.deepEqual(
    ['/part-1/', '/part-2/', '/glossary/mrc/'].map((path) => unique.get(path)?.ids.get('cite-x-1')),
    ['cite-x-1', 'page-part-2-cite-x-1', 'page-glossary-mrc-cite-x-1'],
  )
})

test('no id is there twice, those of the pages included', () => {
  const all = [...unique.values()].flatMap(({ self, ids }) => [self, ...ids.values()])
  assert.equal(new Set(all).size, all.length)
  assert.equal(unique.get('/')?.self, 'page-start')
})
