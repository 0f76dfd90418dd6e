import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitPoster, fitText, type Room } from './fit-text.ts'

/** A face in which every letter, space included, is half as wide as it is high. */
const widthOf = (piece: string) => [...piece].length / 2

const room: Room = { width: 1000, height: 400, largest: 200, smallest: 40, leading: 1 }
const isInside = (lines: readonly string[], size: number) =>
  lines.length * size <= room.height && lines.every((line) => widthOf(line) * size <= room.width)

test('a short title is set in the largest size', () => {
  assert.deepEqual(fitText('NOTES', widthOf, room), { size: 200, lines: ['NOTES'] })
})

test('a longer title wraps or shrinks until it fits, and no more than that', () => {
  for (const title of [
    'COUP OR MASS INSURRECTION?',
    'THE PROBLEM OF SOCIAL STABILITY IN URBAN RUSSIA',
    'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
  ]) {
    const { size, lines } = fitText(title, widthOf, room)
    assert.ok(isInside(lines, size), `${title}: ${lines.join(' / ')} at ${size}`)
    assert.equal(lines.join(' '), title)
    assert.ok(size > 60, `${title} is set too small: ${size}`)
  }
})

test('lines are of about the same length, so that no word stands alone', () => {
  const { lines } = fitText('ONE TWO SIX TEN', widthOf, { ...room, largest: 160, height: 320 })
  assert.deepEqual(lines, ['ONE TWO', 'SIX TEN'])
})

test('a word is broken after its hyphen only where that lets the title grow', () => {
  assert.deepEqual(fitText('ROSTOV-ON-DON', widthOf, room).lines, ['ROSTOV-ON-DON'])
  assert.deepEqual(fitText('COUNTERREVOLUTIONARY-INTERNATIONALISTS', widthOf, room).lines, ['COUNTERREVOLUTIONARY-', 'INTERNATIONALISTS'])
})

test('what does not fit in the smallest size ends with an ellipsis and stays inside', () => {
  const { size, lines } = fitText('word '.repeat(300), widthOf, room)
  assert.equal(size, room.smallest)
  assert.ok(lines.at(-1)?.endsWith(' …'))
  assert.ok(isInside(lines, size))
})

test('one line stays one line', () => {
  const { lines } = fitText('word '.repeat(30), widthOf, { ...room, largest: 40, mostLines: 1 })
  assert.equal(lines.length, 1)
  assert.ok(widthOf(lines[0] ?? '') * 40 <= room.width)
})

test('the lines of a poster are as wide as the sheet, keep the order of the words and fit its height', () => {
  const poster = fitPoster('LESSONS OF THE YEAR 1848', widthOf, { width: 1000, height: 1500, largest: 800 }, 0.7, 40) ?? []
  assert.equal(poster.map(({ text }) => text).join(' '), 'LESSONS OF THE YEAR 1848')
  for (const { text, size } of poster) assert.ok(Math.abs(widthOf(text) * size - 1000) < 20, text)
  assert.ok(poster.reduce((sum, { size }) => sum + size * 0.7 + 40, -40) <= 1500)
})

test('no short word stands alone on a poster', () => {
  const poster = fitPoster('THE KEEPERS OF THE LIGHT', widthOf, { width: 1000, height: 1500, largest: 2000 }, 0.7, 40) ?? []
  assert.ok(poster.length > 1)
  for (const { text } of poster) assert.ok(text.length > 3, text)
})

test('there is no poster of a very long title', () => {
  assert.equal(fitPoster('word '.repeat(40), widthOf, { width: 1000, height: 1500, largest: 800 }, 0.7, 40), undefined)
})
