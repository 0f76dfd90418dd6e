import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookSeries } from '../testing/book-pages.ts'
import { bookVolumesOf } from './book-volumes.ts'
import type { Part } from './series.ts'

const [like] = bookSeries.parts
assert.ok(like)
const part = (slug: string, words: number, more: Partial<Part>): Part => {
  const { number: _, ...rest } = like
  return { ...rest, slug, words, ...more }
}
const counted = (...words: number[]) => words.map((each, i) => part(`part-${i + 1}`, each, { number: i + 1 }))
const divided = (parts: Part[], most: number, volumes?: string[]) =>
  bookVolumesOf({ parts, ...(volumes ? { volumes } : {}) }, most).map(({ number, title, isPiece, parts: held }) => ({
    number,
    ...(title === undefined ? {} : { title }),
    isPiece,
    parts: held.map(({ slug }) => slug).join(' '),
  }))

test('a series that is short enough is one book, with volumes of its own or without', () => {
  assert.deepEqual(divided(counted(40, 60), 100), [])
  const own = counted(40, 60).map((each) => ({ ...each, volume: each.number ?? 0 }))
  assert.deepEqual(divided(own, 100, ['First', 'Second']), [])
})

test('a volume is filled before the next one begins, so that a part to come changes no other', () => {
  const three = divided(counted(40, 50, 20, 30, 70), 100)
  assert.deepEqual(three, [
    { number: 1, isPiece: true, parts: 'part-1 part-2' },
    { number: 2, isPiece: true, parts: 'part-3 part-4' },
    { number: 3, isPiece: true, parts: 'part-5' },
  ])
  assert.deepEqual(divided(counted(40, 50, 20, 30, 70, 10), 100).slice(0, 2), three.slice(0, 2))
})

test('the writer’s own volumes are those of the books, each in pieces where it is too long', () => {
  const parts = counted(60, 60, 30, 20).map((each, i) => ({ ...each, volume: i < 2 ? 1 : 2 }))
  assert.deepEqual(divided(parts, 100, ['The digging', 'The water']), [
    { number: 1, title: 'The digging', isPiece: true, parts: 'part-1' },
    { number: 2, title: 'The digging', isPiece: true, parts: 'part-2' },
    { number: 3, title: 'The water', isPiece: false, parts: 'part-3 part-4' },
  ])
})

test('what stands before the parts is in the first volume, what stands behind them in the last; one part is never cut', () => {
  const parts = [part('preface', 90, { matter: 'front' }), ...counted(300, 20), part('afterword', 90, { matter: 'back' })]
  assert.deepEqual(
    divided(parts, 100).map((volume) => volume.parts),
    ['preface part-1', 'part-2 afterword'],
  )
  assert.deepEqual(divided(counted(300), 100), [])
})
