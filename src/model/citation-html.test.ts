import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOfCitation } from './citation-html.ts'

test('the text of an entry has no tags and its own signs', () => {
  assert.equal(textOfCitation('Reed, John. <i>Oil &#38; Wick &#60;1911&#62;</i>.'), 'Reed, John. Oil & Wick <1911>.')
})
