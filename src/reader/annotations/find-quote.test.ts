import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPlace } from './find-place.ts'
import type { Quote } from './find-quote.ts'

/** In a text that is one place. */
function findQuote(text: string, quote: Quote) {
  const { start, end } = findPlace(quote, text, [], (own) => own)?.at ?? {}
  return start === undefined ? undefined : { start, end }
}

const text = 'The lamp was lit at dusk. The keeper wrote it down, as the keeper always did, in a hand that nobody could read.'

function quoteOf(exact: string, nth = 0): Quote {
  let start = text.indexOf(exact)
  for (let i = 0; i < nth; i++) start = text.indexOf(exact, start + 1)
  return {
    exact,
    start,
    prefix: text.slice(Math.max(0, start - 20), start),
    suffix: text.slice(start + exact.length, start + exact.length + 20),
  }
}

const foundIn = (edited: string, quote: Quote) => {
  const found = findQuote(edited, quote)
  return found && edited.slice(found.start, found.end)
}

test('words are found where they were, and of several the ones that were meant', () => {
  assert.deepEqual(findQuote(text, quoteOf('keeper', 1)), { start: 59, end: 65 })
  assert.equal(text.slice(59, 65), 'keeper')
  assert.equal(findQuote(`On the coast: ${text}`, quoteOf('keeper', 1))?.start, 59 + 14)
})

test('words that were edited are found by those that are left', () => {
  const quote = quoteOf('The keeper wrote it down, as the keeper always did')
  assert.equal(
    foundIn(text.replace('wrote it down', 'noted it down carefully'), quote),
    'The keeper noted it down carefully, as the keeper always did',
  )
  assert.equal(foundIn(text.replace('always ', ''), quote), 'The keeper wrote it down, as the keeper did')
})

test('words that are gone are not found in others', () => {
  assert.equal(
    findQuote('The boat came in at noon with oil and bread for the whole of the winter.', quoteOf('The keeper wrote it down')),
    undefined,
  )
  assert.equal(findQuote('Nothing was lit.', quoteOf('lamp')), undefined)
  assert.equal(findQuote('', quoteOf('keeper')), undefined)
})

/** The same numbers in every run (Park and Miller, CACM 31, 1988). */
function numbersFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

test('of a hundred quotations each is found in its own sentence after thirty edits, or is not found', () => {
  const number = numbersFrom(1917)
  const vocabulary = Array.from({ length: 300 }, (_, i) => `word${i}`)
  // Each word carries the sentence it came from in its spelling, so that what is found can be told.
  const sentences = Array.from({ length: 60 }, (_, of) => Array.from({ length: 14 }, () => `${vocabulary[number(300)]}of${of}`))
  const join = () => sentences.map((words) => `${words.join(' ')}.`).join(' ')
  const original = join()
  const quotes = Array.from({ length: 100 }, () => {
    const words = sentences[number(60)]?.slice(number(5), 8 + number(6)) ?? []
    const exact = words.join(' ')
    const start = original.indexOf(exact)
    return {
      exact,
      start,
      prefix: original.slice(Math.max(0, start - 32), start),
      suffix: original.slice(start + exact.length, start + exact.length + 32),
    }
  })
  for (let edit = 0; edit < 30; edit++) {
    const words = sentences[number(60)] ?? []
    const at = number(words.length)
    if (edit % 3 === 0) words.splice(at, 1)
    else if (edit % 3 === 1) words.splice(at, 0, 'added')
    else words[at] = 'changed'
    // Whole sentences go, too.
    if (edit % 10 === 9) words.splice(0, words.length, 'gone')
  }
  const edited = join()
  let found = 0
  for (const quote of quotes) {
    const at = findQuote(edited, quote)
    if (!at) continue
    found++
    assert.equal(/of\d+/u.exec(edited.slice(at.start, at.end))?.[0], /of\d+/u.exec(quote.exact)?.[0])
  }
  assert.ok(found > 85, `${found} were found`)
})
