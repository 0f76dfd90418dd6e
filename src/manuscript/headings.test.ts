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
  assert.deepEqual(
    idsOf('<Term id="red-guard"/>', '<CalendarDate gregorian="1917-11-07" year/>', '<Term id="red-guard"/>', '<Term id="mrc">ВРК</Term>'),
    ['red-guard', '1917-11-07', 'red-guard-1', 'врк'],
  )
  assert.deepEqual(idsOf('—', '🎉', '❤️', '…'), ['section', 'section-1', 'section-2', 'section-3'])
})

test('a heading steps aside where something else on the page has its id, unless that was published as its own', () => {
  const idsAmong = (others: string[], published: string[], ...headings: string[]) => {
    const { tree } = parseMdx({ path: 'parts/one.mdx', text: headings.map((heading) => `## ${heading}`).join('\n\n') })
    assert.ok(tree)
    return markHeadings(tree, new Set(others), new Set(published)).map(({ id }) => id)
  }
  assert.deepEqual(idsAmong(['main'], [], 'Main', 'Main', 'Notes'), ['main-1', 'main-2', 'notes'])
  assert.deepEqual(idsAmong(['quote-1', 'quote-1-1'], [], 'Quote 1'), ['quote-1-2'])
  assert.deepEqual(idsAmong(['quote-1'], ['quote-1'], 'Quote 1'), ['quote-1'])
  assert.deepEqual(idsAmong(['main'], [], 'The sea [#main]'), ['main'])
})

test('rehype-slug makes the ids that are the slug of the words; only the others are set', () => {
  const text = ['The lamp', 'The lamp', 'The end [#last]', '—', '![A tower](tower.svg) of light', 'Main']
    .map((heading) => `## ${heading}`)
    .join('\n\n')
  const { tree } = parseMdx({ path: 'parts/one.mdx', text })
  assert.ok(tree)
  const found = markHeadings(tree, new Set(['main'])).map(({ node, id }) => [
    id,
    (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id,
  ])
  assert.deepEqual(found, [
    ['the-lamp', undefined],
    ['the-lamp-1', 'the-lamp-1'],
    ['last', 'last'],
    ['section', 'section'],
    ['a-tower-of-light', 'a-tower-of-light'],
    ['main-1', 'main-1'],
  ])
})
