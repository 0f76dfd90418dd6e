import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spaceAfterDashes, textOfHtml } from './searchable-text.ts'

/** The text with the hair space, which nobody sees, as a stroke. */
const marked = (text: string) => spaceAfterDashes(text).replaceAll('\u200A', '|')

test('a word after a closed dash, ellipsis or slash is a word of its own', () => {
  assert.equal(marked('in 1917–18 the party—or what…remained and/or was left'), 'in 1917–|18 the party—|or what…|remained and/|or was left')
  assert.equal(marked('Ленин–Троцкий'), 'Ленин–|Троцкий')
  assert.equal(marked('a–b–c'), 'a–|b–|c')
})

test('so is a word that a tag divides from the dash', () => {
  assert.equal(marked('alpha—<em>bravo</em>—delta <b>golf</b>–<b>hotel</b>'), 'alpha—|<em>bravo</em>—|delta <b>golf</b>–|<b>hotel</b>')
})

test('dashes with spaces, hyphens and signs at an end stay as they are', () => {
  for (const text of ['one – two', 'well-known', 'what …', '… and', '“Stop—”', 'and / or', '–5']) assert.equal(marked(text), text)
})

test('tags and their attributes stay as they are', () => {
  const html = '<a href="/one/two/" title="1917–18">x</a><br/><img alt="a—b" src="/a/b.png"/><span data-x="a…b"></span>'
  assert.equal(marked(html), html)
  assert.equal(marked('<p title="1917–18">1917–18</p>'), '<p title="1917–18">1917–|18</p>')
})

test('the text of an entry has no tags and its own signs', () => {
  assert.equal(textOfHtml('Reed, John. <i>Oil &#38; Wick &#60;1911&#62;</i>.'), 'Reed, John. Oil & Wick <1911>.')
})
