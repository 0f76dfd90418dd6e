import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMdx } from '../parse.ts'
import { tidy } from '../survey/tidy.ts'
import { isSlugOfWords, nameHeadings } from './headings.ts'

function namedIn(headings: readonly string[], others: readonly string[] = [], published: readonly string[] = []) {
  const { tree: parsed } = parseMdx({ path: 'parts/one.mdx', text: headings.map((heading) => `## ${heading}`).join('\n\n') })
  assert.ok(parsed)
  const { tree, fixedIds } = tidy(parsed)
  return nameHeadings(tree, fixedIds, new Set(others), new Set(published))
}

const idsOf = (...headings: readonly string[]) => namedIn(headings).map(({ id }) => id)

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
  assert.deepEqual(
    idsOf('<Term id="red-guard"/>', '<CalendarDate gregorian="1917-11-07" year/>', '<Term id="red-guard"/>', '<Term id="mrc">ВРК</Term>'),
    ['red-guard', '1917-11-07', 'red-guard-1', 'врк'],
  )
  assert.deepEqual(idsOf('—', '🎉', '❤️', '…'), ['section', 'section-1', 'section-2', 'section-3'])
})

test('a heading steps aside where something else on the page has its id, unless that was published as its own', () => {
  const idsAmong = (others: string[], published: string[], ...headings: string[]) =>
    namedIn(headings, others, published).map(({ id }) => id)
  assert.deepEqual(idsAmong(['main'], [], 'Main', 'Main', 'Notes'), ['main-1', 'main-2', 'notes'])
  assert.deepEqual(idsAmong(['quote-1', 'quote-1-1'], [], 'Quote 1'), ['quote-1-2'])
  assert.deepEqual(idsAmong(['quote-1'], ['quote-1'], 'Quote 1'), ['quote-1'])
  assert.deepEqual(idsAmong(['main'], [], 'The sea [#main]'), ['main'])
})

test('rehype-slug makes the ids that are the slug of the words; only the others are set', () => {
  const headings = namedIn(['The lamp', 'The lamp', 'The end [#last]', '—', '![A tower](tower.svg) of light', 'Main'], ['main'])
  assert.deepEqual(
    headings.map((heading) => [heading.id, isSlugOfWords(heading)]),
    [
      ['the-lamp', true],
      ['the-lamp-1', false],
      ['last', false],
      ['section', false],
      ['a-tower-of-light', false],
      ['main-1', false],
    ],
  )
})
