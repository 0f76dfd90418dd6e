import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areInTwoScripts, indexedText, wordsOfConsonants } from './index-words.ts'
import { wordsOf } from './tokens.ts'

/** Whether a record is found by a name: that one of the words by which it is asked for stands in its index. */
const isFound = (asked: string, names: readonly string[], spellings = new Set(names.flatMap(wordsOf))) => {
  const indexed = new Set(indexedText([], names, [], spellings, areInTwoScripts(spellings)).split(' '))
  return wordsOfConsonants(asked).some((word) => indexed.has(word))
}

test('names in Arabic and Hebrew letters are found by Latin ones of several systems', () => {
  for (const asked of ['Muhammad', 'Mohammed', 'Muḥammad', 'Mohamed']) assert.ok(isFound(asked, ['محمد علي']), asked)
  for (const asked of ['Ghazali', 'Ġazālī', 'Gazali']) assert.ok(isFound(asked, ['أبو حامد الغزالي']), asked)
  for (const asked of ['Yitzhak', 'Jizchak', 'Itzhak']) assert.ok(isFound(asked, ['יצחק בן־צבי']), asked)
})

test('Latin names are found by Arabic letters, where the series has names in them', () => {
  assert.ok(isFound('محمد', ['Muhammad Ali', 'محمد علي']))
  assert.ok(isFound('حسين', ['Hussein', 'محمد علي']))
  assert.ok(!isFound('حسين', ['Hussein']))
})

test('what no name has, finds nothing', () => {
  for (const asked of ['Karim', 'Dawud', 'Schulz']) assert.ok(!isFound(asked, ['محمد علي', 'الغزالي']), asked)
})
