import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartialCatalogue } from './catalogue.ts'
import { catalogueFor, catalogues } from './catalogues.ts'
import { english } from './english.ts'
import { wordsOf } from './words.ts'
import { missingWords, wordsFileSchema } from './words-file.ts'

/** Numbers of every size that a page may count. */
const amounts = [...Array.from({ length: 131 }, (_, i) => i), 1000, 1001, 2041, 100_000]

test('fifteen languages are spoken', () => {
  assert.deepEqual(Object.keys(catalogues).sort(), 'ar de el en es fr he it ja pl pt ru tr uk zh'.split(' '))
})

for (const [language, catalogue] of Object.entries(catalogues)) {
  test(`the catalogue of ${language} says everything, with the blanks of the English one`, () => {
    assert.deepEqual(missingWords(language, undefined), [])
    // The day of access is one blank where the words for it are not put together from its parts.
    const { citations: _, ...others } = catalogue as unknown as Record<string, PartialCatalogue[string]>
    const verdict = wordsFileSchema.safeParse(others)
    assert.deepEqual(verdict.success ? [] : verdict.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`), [])
  })

  test(`${language} has a form for every number`, () => {
    const rules = new Intl.PluralRules(language)
    for (const [group, messages] of Object.entries(catalogue as unknown as PartialCatalogue))
      for (const [name, message] of Object.entries(messages)) {
        if (typeof message === 'string') continue
        const forms: Readonly<Record<string, string | undefined>> = message
        for (const amount of amounts.slice(1))
          assert.ok(forms[rules.select(amount)], `${group}.${name}: ${amount} is “${rules.select(amount)}”`)
      }
  })
}

test('numbers are said with the form of the language', () => {
  const notes = (language: string) => [0, 1, 2, 5, 21].map((amount) => wordsOf({ language }).count('counts.notes', amount))
  assert.deepEqual(notes('en'), ['no notes', '1 note', '2 notes', '5 notes', '21 notes'])
  assert.deepEqual(notes('ru'), ['нет примечаний', '1 примечание', '2 примечания', '5 примечаний', '21 примечание'])
  assert.deepEqual(notes('pl'), ['brak przypisów', '1 przypis', '2 przypisy', '5 przypisów', '21 przypisów'])
  assert.deepEqual(notes('ar'), ['لا حواشي', 'حاشية واحدة', 'حاشيتان', '5 حواشٍ', '21 حاشية'])
  assert.deepEqual(notes('he').slice(1, 3), ['הערה אחת', 'שתי הערות'])
  assert.equal(wordsOf({ language: 'de' }).count('counts.words', 2041), '2.041 Wörter')
})

test('a language is found by its tag, but not in another script', () => {
  assert.equal(catalogueFor('pt-BR'), catalogues.pt)
  assert.equal(catalogueFor('de-AT'), catalogues.de)
  assert.equal(catalogueFor('zh-Hans'), catalogues.zh)
  assert.equal(catalogueFor('zh-TW'), undefined)
  assert.equal(catalogueFor('ru-Latn'), undefined)
})

test('a writer’s words go before the program’s, and what they lack is named', () => {
  const words = { site: { notes: 'Endnotes' } }
  assert.equal(wordsOf({ language: 'en', words }).say('site.notes'), 'Endnotes')
  assert.equal(wordsOf({ language: 'en', words }).say('site.about'), 'About')
  const { cards, ...rest } = english as unknown as PartialCatalogue
  assert.deepEqual(
    missingWords('nl', rest),
    Object.keys(cards ?? {}).map((name) => `cards.${name}`),
  )
  const mistake = wordsFileSchema.safeParse({ part: { next: 'Volgende' } })
  assert.match(mistake.error?.issues[0]?.message ?? '', /\{number\}/u)
})

test('directions, digits and calendars are those of the pages', () => {
  assert.equal(wordsOf({ language: 'ar' }).direction, 'rtl')
  assert.equal(wordsOf({ language: 'he' }).direction, 'rtl')
  assert.equal(wordsOf({ language: 'ja' }).direction, 'ltr')
  assert.equal(wordsOf({ language: 'ar-EG' }).day('2026-11-24'), '24 نوفمبر 2026')
  assert.equal(wordsOf({ language: 'ja' }).day('2026-11-24'), '2026年11月24日')
})
