import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../locales/words.ts'
import { citationFormsOf } from './cite-part.ts'

const words = wordsOf({ language: 'en-GB' })

const lamp = {
  slug: 'the-lamp',
  named: 'Part 1: The lamp',
  edition: { version: '1.2', date: '2026-02-20', shortHash: '3f9a2c1' },
}
const series = {
  title: 'The keepers & the light',
  slug: 'lamna-light',
  authors: [{ literal: 'The Lamna Circle' }, { family: 'Örr', given: 'Ada' }],
  publisher: 'Tests',
}
const forms = citationFormsOf(lamp, series, words)
const entryOf = (id: string) => forms.find((form) => form.id === id)?.entry ?? ''

test('every form says who, what, which version of which day, where it is and when it was read', () => {
  for (const { id, entry, isData } of forms) {
    for (const part of ['Lamna Circle', 'Part 1: The ', 'ersion 1.2 of 20 February 2026 [3f9a2c1]', '{url}', '{yyyy}'])
      assert.ok(entry.includes(part), `${id}: ${part} in ${entry}`)
    assert.equal(entry.split('{url}').length, 2, `${id} names the address once`)
    assert.doesNotMatch(entry, /X\w+X|9999|para\./u, id)
    if (!isData) assert.match(entry, /Ö|Ada/u, id)
  }
})

test('the place in the part stands where each style has it', () => {
  assert.match(entryOf('chicago-notes'), /2026\), \{locator\}, accessed/u)
  assert.deepEqual(
    forms.flatMap(({ inText }) => inText ?? []),
    [
      '(The Lamna Circle and Örr 2026, {locator})',
      '(The Lamna Circle and Örr, {locator})',
      '(The Lamna Circle &#38; Örr, 2026, {locator})',
      '(The Lamna Circle and Örr, 2026, {locator})',
    ],
  )
  assert.match(entryOf('bibtex'), /note = \{\{locator\},/u)
  assert.match(entryOf('ris'), /^N1 {2}- \{locator\},/mu)
})

test('data for programs has the id of the part as its key and the day of access in the form’s own way', () => {
  assert.match(entryOf('bibtex'), /^@inbook\{lamna-light-the-lamp,/u)
  assert.match(entryOf('ris'), /^ID {2}- lamna-light-the-lamp\r?$/mu)
  assert.match(entryOf('ris'), /^Y2 {2}- \{yyyy\}\/\{mm\}\/\{dd\}\/\r?$/mu)
})

test('a part of an author of its own is cited by that author, with the editors, translators and volume of the whole', () => {
  const by = { literal: 'Keepers’ Guild' }
  const orr = { family: 'Orr', given: 'Ada', orcid: '0000-0002-1825-0097' }
  const forms = citationFormsOf(
    { ...lamp, authors: [by], translators: [{ family: 'Castell', given: 'Ines' }], volume: 2 },
    { ...series, editors: [orr] },
    words,
  )
  for (const { id, entry } of forms) {
    for (const name of ['Guild', 'Orr', 'Castell']) assert.ok(entry.includes(name), `${id}: ${name} in ${entry}`)
    assert.doesNotMatch(entry, /Lamna Circle|0000/u, id)
  }
  assert.match(forms.find(({ id }) => id === 'bibtex')?.entry ?? '', /volume = \{2\}/u)
  assert.match(forms.find(({ id }) => id === 'ris')?.entry ?? '', /^A2 {2}- Orr, Ada\r?\nA4 {2}- Castell, Ines/mu)
})
