import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NamedPart, nameInPart, nameOfPart, piecesOfPart, titleOfPart } from './part-names.ts'
import { wordsOf } from './words.ts'

const words = wordsOf({ language: 'en' })
const lamp = { number: 1, title: 'The lamp' }
const preface = { number: undefined, title: 'Preface' }
const series = { parts: [preface, lamp, { number: 2, title: 'The watch' }] }
const alone = { parts: [preface, lamp] }

test('a part is numbered where there is another that is', () => {
  assert.equal(titleOfPart(lamp, series, words), 'Part 1: The lamp')
  assert.equal(titleOfPart(lamp, alone, words), 'The lamp')
  assert.deepEqual(piecesOfPart(lamp, series, words), ['Part 1: ', { blank: 'title' }])
  assert.deepEqual(piecesOfPart(lamp, alone, words), [{ blank: 'title' }])
  assert.equal(nameOfPart(lamp, series, words), 'Part 1')
})

test('what has no number is called by its title', () => {
  assert.equal(titleOfPart(preface, series, words), 'Preface')
  assert.equal(nameOfPart(preface, series, words), 'Preface')
})

test('a place is called by its part, and in an essay alone by itself', () => {
  const names = (part: NamedPart, all: { parts: NamedPart[] }) => [
    nameInPart(part, all, words, { kind: 'paragraph', number: 12 }),
    nameInPart(part, all, words, { kind: 'note', number: 5 }),
    nameInPart(part, all, words, { kind: 'section', title: 'Oil' }),
  ]
  assert.deepEqual(names(lamp, series), ['Part 1, ¶ 12', 'Part 1, note 5', 'Part 1, “Oil”'])
  assert.deepEqual(names(preface, series), ['Preface, ¶ 12', 'Preface, note 5', 'Preface, “Oil”'])
  assert.deepEqual(names(lamp, alone), ['¶ 12', 'Note 5', '“Oil”'])
})
