import assert from 'node:assert/strict'
import { test } from 'node:test'
import { miniature } from '../testing/miniature.ts'
import { buildSeries } from './build-series.ts'

/** The miniature series with these glossary entries besides its own, each as `relations` of its front matter. */
const build = async (entries: Record<string, string>) =>
  buildSeries(
    await miniature(
      Object.fromEntries(
        Object.entries(entries).map(([id, relations]) => [
          `glossary/${id}.mdx`,
          `---\nname: Entry ${id}\nkind: concept\nrelations: [${relations}]\n---\n\nA definition.\n`,
        ]),
      ),
    ),
  )

const relationsOf = async (entries: Record<string, string>, term: string) => {
  const { series, diagnostics } = await build(entries)
  assert.deepEqual(diagnostics, [])
  return series?.terms
    .find(({ id }) => id === term)
    ?.relations.map(({ says, term: other, isInverse }) => `${says} ${other}${isInverse ? ' (derived)' : ''}`)
}

const codesOf = async (entries: Record<string, string>) => (await build(entries)).diagnostics.map(({ code, file }) => `${file} ${code}`)

test('a relation is shown at both ends, and typed at one', async () => {
  const entries = { wick: '{ type: part-of, term: lamp }', lamp: '' }
  assert.deepEqual(await relationsOf(entries, 'wick'), ['Part of lamp'])
  assert.deepEqual(await relationsOf(entries, 'lamp'), ['Includes wick (derived)'])
})

test('what an entry says of itself stands before what others say of it in the order of the files', async () => {
  const entries = { lamp: '{ type: led-by, term: wick }', oil: '{ type: part-of, term: lamp }', wick: '' }
  assert.deepEqual(await relationsOf(entries, 'lamp'), ['Led by wick', 'Includes oil (derived)'])
})

test('a relation keeps its note and its date at both ends', async () => {
  const { series } = await build({
    wick: '{ type: split-from, term: lamp, note: after a quarrel, date: { julian: 1899-02-01 } }',
    lamp: '',
  })
  for (const id of ['wick', 'lamp']) {
    const [relation] = series?.terms.find((term) => term.id === id)?.relations ?? []
    assert.equal(relation?.note, 'after a quarrel')
    assert.deepEqual(relation?.date, { precision: 'day', julian: '1899-02-01', gregorian: '1899-02-13' })
  }
})

test('a relation that is typed twice is a mistake', async () => {
  assert.deepEqual(await codesOf({ lamp: '{ type: part-of, term: wick }, { type: part-of, term: wick }', wick: '' }), [
    'glossary/lamp.mdx relation-duplicate',
  ])
})

test('a relation that is the same from both ends is a mistake at the second', async () => {
  for (const type of ['allied-with', 'see-also', 'opposed']) {
    assert.deepEqual(
      await codesOf({ lamp: `{ type: ${type}, term: wick }`, wick: `{ type: ${type}, term: lamp }` }),
      ['glossary/wick.mdx relation-duplicate'],
      type,
    )
  }
})

test('predecessor and successor of one another say the same', async () => {
  assert.deepEqual(await codesOf({ lamp: '{ type: predecessor, term: wick }', wick: '{ type: successor, term: lamp }' }), [
    'glossary/wick.mdx relation-duplicate',
  ])
  assert.deepEqual(await codesOf({ lamp: '{ type: predecessor, term: wick }', wick: '{ type: predecessor, term: lamp }' }), [])
})

test('two may lead each other or be split from each other', async () => {
  assert.deepEqual(await codesOf({ lamp: '{ type: led-by, term: wick }', wick: '{ type: led-by, term: lamp }' }), [])
})

test('a circle of parts is a mistake, told once', async () => {
  const entries = { lamp: '{ type: part-of, term: wick }', oil: '{ type: part-of, term: lamp }', wick: '{ type: part-of, term: oil }' }
  const { diagnostics } = await build(entries)
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['Nothing can be part of itself, but these entries form a cycle: lamp → wick → oil → lamp.'],
  )
  assert.deepEqual(await codesOf({ lamp: '{ type: part-of, term: lamp }' }), ['glossary/lamp.mdx relation-cycle'])
})

test('one may be a part of two that are parts of a third', async () => {
  const entries = {
    lamp: '',
    left: '{ type: part-of, term: lamp }',
    right: '{ type: part-of, term: lamp }',
    wick: '{ type: part-of, term: left }, { type: part-of, term: right }',
  }
  assert.deepEqual(await codesOf(entries), [])
})
