import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Words } from '../model/facts.ts'
import { beginningOf, excerptAround, speak, textOf, type WordsOfComponent } from './excerpts.ts'

const guild: Words = { kind: 'term', id: 'guild', ordinal: 1 }
const say: WordsOfComponent = (component) => ('own' in component && component.own) || 'Harbour Guild'

const excerpt = (before: string, after: string) => excerptAround(speak([text(before), guild, text(after)], say, 'en-GB'), 1)

test('a text has the words of its components in their place', () => {
  assert.equal(textOf([text('So '), guild, text(' said.')], say), 'So Harbour Guild said.')
})

test('an excerpt is the sentence around what was found', () => {
  assert.deepEqual(excerpt('The lamp was lit. On Sunday ', ' came. Nobody slept.'), {
    before: 'On Sunday ',
    match: 'Harbour Guild',
    after: ' came.',
  })
})

test('a sentence that begins or ends with what was found is whole', () => {
  assert.deepEqual(excerpt('The lamp was lit. ', ' came. Nobody slept.'), { before: '', match: 'Harbour Guild', after: ' came.' })
  assert.deepEqual(excerpt('The lamp was lit. Nobody saw ', '. Nobody slept.'), {
    before: 'Nobody saw ',
    match: 'Harbour Guild',
    after: '.',
  })
})

test('where what was found is a sentence of its own the next belongs to the excerpt', () => {
  assert.deepEqual(excerpt('', '. Nobody slept. The lamp burned.'), { before: '', match: 'Harbour Guild', after: '. Nobody slept.' })
})

test('a long sentence is cut between words on both sides, and says so', () => {
  const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
  const { before, match, after } = excerpt(`${long} `, ` ${long}.`)
  assert.equal(match, 'Harbour Guild')
  assert.match(before, /^… word\d+ .*word59 $/u)
  assert.match(after, /^ word0 .* word\d+ …$/u)
  assert.ok((before + match + after).length <= 250)
  const words = new Set(long.split(' '))
  for (const word of `${before} ${after}`.split(/\s+/u)) assert.ok(words.has(word) || ['', '…'].includes(word), `“${word}” was cut inside`)
})

test('a full stop in what a component prints ends no sentence', () => {
  const cited: Words = { kind: 'source', id: 'work', ordinal: 1 }
  const sayWork: WordsOfComponent = (component) => (component.kind === 'source' ? 'In Work, ed. T. Roe (V. I. Press)' : say(component))
  const words = [text('By hand. See '), guild, text('; '), cited, text('. So it was.')]
  assert.deepEqual(excerptAround(speak(words, sayWork, 'en-GB'), 1), {
    before: 'See ',
    match: 'Harbour Guild',
    after: '; In Work, ed. T. Roe (V. I. Press).',
  })
  assert.deepEqual(excerptAround(speak(words, sayWork, 'en-GB'), 3), {
    before: 'See Harbour Guild; ',
    match: 'In Work, ed. T. Roe (V. I. Press)',
    after: '.',
  })
})

test('a short sentence is not cut', () => {
  const long = 'x'.repeat(40)
  assert.deepEqual(excerpt(`${long} `, ` ${long}.`), { before: `${long} `, match: 'Harbour Guild', after: ` ${long}.` })
})

test('the beginning of a long text ends between words', () => {
  const text = `${'lamp '.repeat(47)}lighthouse burned`
  assert.equal(beginningOf(text), `${'lamp '.repeat(47).trim()} …`)
  assert.equal(beginningOf('The lamp burned.'), 'The lamp burned.')
})

function text(words: string): Words {
  return { kind: 'text', text: words }
}
