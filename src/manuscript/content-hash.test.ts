import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { hashManuscript } from './content-hash.ts'

const files = [
  { path: 'series.yaml', text: 'title: Lamp\n' },
  { path: 'parts/one.mdx', text: 'A lamp.\nA wick.\n' },
  { path: 'pictures/tower.png', text: '', digest: 'ab'.repeat(32) },
]
const sum = (text: string) => createHash('sha256').update(text).digest('hex')

test('it is the sum of the sums that sha256sum prints', () => {
  const list = `${sum('A lamp.\nA wick.\n')}  parts/one.mdx\n${'ab'.repeat(32)}  pictures/tower.png\n${sum('title: Lamp\n')}  series.yaml\n`
  assert.equal(hashManuscript(files), sum(list))
})

test('neither the order of reading, nor the line ends of a system, nor what is not published counts', () => {
  const elsewhere = [
    { path: 'permalinks.json', text: '{}' },
    { path: 'library.bib', text: '@book{a}' },
    { path: 'parts/one.mdx', text: '\uFEFFA lamp.\r\nA wick.\r\n' },
    ...files.filter(({ path }) => path !== 'parts/one.mdx'),
  ]
  assert.equal(hashManuscript(elsewhere), hashManuscript(files))
})

test('the line that says that there is a ledger does not count', () => {
  for (const text of [
    'title: Lamp\npermalinks: recorded\n',
    'permalinks: recorded # written by a command\r\ntitle: Lamp\r\n',
    'title: Lamp\npermalinks: recorded',
  ])
    assert.equal(hashManuscript([{ path: 'series.yaml', text }, ...files.slice(1)]), hashManuscript(files))
})

test('every letter, name and picture counts', () => {
  const changed = [
    [{ path: 'series.yaml', text: 'title: Lamps\n' }, ...files.slice(1)],
    [{ path: 'series.yaml', text: 'title: Lamp\n' }, { path: 'parts/two.mdx', text: 'A lamp.\nA wick.\n' }, ...files.slice(2)],
    [...files.slice(0, 2), { path: 'pictures/tower.png', text: '', digest: 'ac'.repeat(32) }],
    files.slice(0, 2),
  ]
  assert.equal(new Set([files, ...changed].map(hashManuscript)).size, changed.length + 1)
})
