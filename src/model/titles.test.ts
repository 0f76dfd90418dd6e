import assert from 'node:assert/strict'
import { test } from 'node:test'
import { divideTitle } from './titles.ts'

test('a colon parts a title from its subtitle', () => {
  assert.deepEqual(divideTitle('October: The Story of the Russian Revolution'), ['October', 'The Story of the Russian Revolution'])
  assert.deepEqual(divideTitle('Lenin, vol. 1: Building the Party'), ['Lenin, vol. 1', 'Building the Party'])
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
  })
}
