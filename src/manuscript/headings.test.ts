import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markHeadings } from './headings.ts'
import { parseMdx } from './parse.ts'

function idsOf(...headings: readonly string[]): string[] {
  const { tree } = parseMdx({ path: 'parts/one.mdx', text: headings.map((heading) => `## ${heading}`).join('\n\n') })
  assert.ok(tree)
  return markHeadings(tree).map(({ id }) => id)
}

test('a heading has the slug of its words, in any script', () => {
  assert.deepEqual(idsOf('The *Soviet* turns', '1905: a rehearsal', 'Что делать?', 'Ο φάρος', 'שלום'), [
    'the-soviet-turns',
    '1905-a-rehearsal',
    'что-делать',
    'ο-φάρος',
    'שלום',
  ])
})

test('the same heading has a number the second time, and not an id that was fixed before it', () => {
  assert.deepEqual(idsOf('Notes', 'Notes', 'Notes'), ['notes', 'notes-1', 'notes-2'])
  assert.deepEqual(idsOf('The end [#notes]', 'Notes', 'Notes'), ['notes', 'notes-1', 'notes-2'])
  assert.deepEqual(idsOf('Notes', 'The end [#notes]'), ['notes', 'notes'])
})

test('a heading without letters is called by what its components name, or a section', () => {
  assert.deepEqual(idsOf('<Term id="red-guard"/>', '<CalendarDate gregorian="1917-11-07" year/>', '<Term id="red-guard"/>', '<Term id="mrc">ВРК</Term>'), [
    'red-guard',
    '1917-11-07',
    'red-guard-1',
    'врк',
  ])
  assert.deepEqual(idsOf('—', '🎉', '❤️', '…'), ['section', 'section-1', 'section-2', 'section-3'])
})
