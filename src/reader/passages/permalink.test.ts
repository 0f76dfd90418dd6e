import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textDirective } from './permalink.ts'

test('a few words are named whole, many by their beginning and end', () => {
  assert.equal(textDirective(['the lamp was lit']), ':~:text=the%20lamp%20was%20lit')
  assert.equal(
    textDirective(['one two three four five six seven eight nine ten eleven']),
    ':~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
  )
})

test('words are named up to what stands between them', () => {
  assert.equal(textDirective(['it was lit,', 'and so began']), ':~:text=it%20was%20lit%2C,and%20so%20began')
  assert.equal(textDirective(['', '  ', 'only here', '']), ':~:text=only%20here')
})

test('what has a meaning in a directive is encoded', () => {
  assert.equal(textDirective(['Menshevik-Internationalist & others']), ':~:text=Menshevik%2DInternationalist%20%26%20others')
})

test('no words, no directive', () => {
  assert.equal(textDirective([' ']), '')
  assert.equal(textDirective([]), '')
})
