import assert from 'node:assert/strict'
import { test } from 'node:test'
import { divideTitle, mainTitleOf } from './titles.ts'

test('a colon parts a title from its subtitle', () => {
  assert.deepEqual(divideTitle('October: The Story of the Russian Revolution'), ['October', 'The Story of the Russian Revolution'])
  assert.deepEqual(divideTitle('Lenin, vol. 1: Building the Party'), ['Lenin, vol. 1', 'Building the Party'])
  assert.equal(mainTitleOf('Lenin Rediscovered: What Is to Be Done? in Context'), 'Lenin Rediscovered')
})

test('a question keeps its mark, and loses its subtitle', () => {
  assert.equal(mainTitleOf('What Is to Be Done? Burning Questions of Our Movement'), 'What Is to Be Done?')
  assert.equal(mainTitleOf('What Is to Be Done?'), 'What Is to Be Done?')
  assert.equal(mainTitleOf('Workers of the World, Unite! A History'), 'Workers of the World, Unite!')
})

for (const title of [
  'Lenin [On Lenin: Notes towards a Biography]',
  'Leninism or Marxism? or neither',
  'Who Shall Rule? Who Shall Serve? A Dialogue',
  'From “Peace: Now?” To War',
  'From 10:30 to noon',
  'Letters (Paris: 1902',
  'The end of it:',
  ': a beginning',
  'Yahoo!',
]) {
  test(`“${title}” stays whole`, () => {
    assert.deepEqual(divideTitle(title), [title, undefined])
    assert.equal(mainTitleOf(title), title)
  })
}
