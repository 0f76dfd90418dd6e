import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foreignLanguageOf } from './check-source-languages.ts'

test('a title in another language is told by its small words or its letters', () => {
  assert.deepEqual(foreignLanguageOf('Die Lampe und das Licht in der frühen Neuzeit', 'en'), { language: 'de' })
  assert.deepEqual(foreignLanguageOf('Histoire de la lampe et du phare dans les îles', 'en-GB'), { language: 'fr' })
  assert.deepEqual(foreignLanguageOf('История лампы', 'en'), { script: 'Cyrillic' })
  assert.deepEqual(foreignLanguageOf('The history of the lamp and of its keepers', 'de'), { language: 'en' })
  assert.deepEqual(foreignLanguageOf('The history of the lamp', 'ru'), { script: 'Latin' })
})

test('names and borrowed words make no title foreign', () => {
  for (const title of [
    'Le Monde',
    'Die Zeit',
    'The Brontës',
    'La Ronde and other plays',
    'Émile, or on Education',
    'De Gaulle',
    '1984',
    'Das Kapital: A Critique',
  ])
    assert.equal(foreignLanguageOf(title, 'en'), undefined, title)
  assert.equal(foreignLanguageOf('Die Lampe und das Licht', 'de'), undefined)
  assert.equal(foreignLanguageOf('ランプの歴史', 'ja'), undefined)
})
