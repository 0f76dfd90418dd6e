import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDeadLinks, type SitePage } from './dead-links.ts'

const page = (path: string, links: readonly string[], ids: readonly string[] = []): SitePage => ({ path, links, ids: new Set(ids) })

const files = new Set(['/index.html', '/one/index.html', '/feed.xml', '/pictures/a b.svg'])

const deadOn = (links: readonly string[]) =>
  findDeadLinks([page('/', links), page('/one/', [], ['note-x', 'маяк']), page('/404.html', [])], files).map(
    ({ page: from, link }) => `${from} → ${link}`,
  )

test('a link to a page, to a place on it, and to a file is alive', () => {
  assert.deepEqual(deadOn(['/', '/one/', '/one/#note-x', '/one/?q=a#note-x', '/one/index.html#note-x', '/feed.xml', '/404.html']), [])
})

test('signs that addresses write in another way are the same signs', () => {
  assert.deepEqual(deadOn(['/one/#маяк', '/one/#%D0%BC%D0%B0%D1%8F%D0%BA', '/pictures/a%20b.svg']), [])
})

test('a link to a page, place or file that is not there is dead', () => {
  assert.deepEqual(deadOn(['/two/', '/one/#note-y', '/feed.json', '#note-x']), [
    '/ → /two/',
    '/ → /one/#note-y',
    '/ → /feed.json',
    '/ → #note-x',
  ])
})

test('a place on the page itself is looked for there', () => {
  assert.deepEqual(findDeadLinks([page('/one/', ['#a', '#b'], ['a'])], new Set()), [{ page: '/one/', link: '#b' }])
})

test('a dead link is told once a page', () => {
  assert.deepEqual(
    findDeadLinks([page('/', ['/x/', '/x/']), page('/one/', ['/x/'])], new Set()).map((dead) => dead.page),
    ['/', '/one/'],
  )
})
