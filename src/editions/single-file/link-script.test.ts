import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { linkScript } from './link-script.ts'
import { makeUnique } from './unique-ids.ts'

test('a place of the site is found where it is in the file', () => {
  const ids = makeUnique([
    { path: '/part-1/', ids: ['note-a', 'the-end'] },
    { path: '/part-2/', ids: ['note-b', 'the-end'] },
    { path: '/glossary/mrc/', ids: [] },
  ])
  const page: { pamphletLink?: (url: string) => string } = {}
  runInNewContext(linkScript(ids), page)
  const links = ['/part-1/#note-a', '/part-2/#note-b', '/part-1/#the-end', '/part-2/#the-end', '/glossary/mrc/'].map((url) =>
    page.pamphletLink?.(url),
  )
  assert.deepEqual(links, ['#note-a', '#note-b', '#the-end', '#page-part-2-the-end', '#page-glossary-mrc'])
})
