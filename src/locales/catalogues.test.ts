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
    const verdict = wordsFileSchema().safeParse(others)
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

test('a form that stands for 1 and for 21 says neither that there is one nor “it”', () => {
  for (const language of ['ru', 'uk']) {
    for (const [group, messages] of Object.entries(catalogues[language] as unknown as PartialCatalogue))
      for (const [name, message] of Object.entries(messages)) {
        if (typeof message === 'string') continue
        const { one = '', many = '' }: Readonly<Record<string, string | undefined>> = message
        assert.equal(one.includes('{n}'), many.includes('{n}'), `${language}: ${group}.${name}`)
        assert.doesNotMatch(
          one,
          /(?<!\p{L})(?:он|она|оно|его|него|её|нее|неё|він|вона|воно|його|нього|її|неї)(?!\p{L})/u,
          `${language}: ${group}.${name}`,
        )
      }
  }
})

test('a word that goes with the whole number is not put behind the number of those that are shown', () => {
  const shown = (language: string) => wordsOf({ language }).count('glossary.filtered', 5, { shown: 1 })
  assert.equal(shown('fr'), '1 sur 5 termes')
  assert.equal(shown('de'), '1 von 5 Einträgen')
  assert.equal(shown('ru'), 'показано 1 из 5 статей')
})

test('the number of results is said in every language', () => {
  const results = (language: string) =>
    [0, 1, 2, 5, 21].map((amount) => wordsOf({ language }).count('search.results', amount, { query: 'Q' }))
  assert.deepEqual(Object.fromEntries(Object.keys(catalogues).map((language) => [language, results(language)])), {
    en: ['no results for “Q”.', '1 result for “Q”.', '2 results for “Q”.', '5 results for “Q”.', '21 results for “Q”.'],
    de: ['keine Treffer für „Q“.', '1 Treffer für „Q“.', '2 Treffer für „Q“.', '5 Treffer für „Q“.', '21 Treffer für „Q“.'],
    fr: [
      'aucun résultat pour « Q ».',
      '1 résultat pour « Q ».',
      '2 résultats pour « Q ».',
      '5 résultats pour « Q ».',
      '21 résultats pour « Q ».',
    ],
    es: [
      'ningún resultado para «Q».',
      '1 resultado para «Q».',
      '2 resultados para «Q».',
      '5 resultados para «Q».',
      '21 resultados para «Q».',
    ],
    it: ['nessun risultato per «Q».', '1 risultato per «Q».', '2 risultati per «Q».', '5 risultati per «Q».', '21 risultati per «Q».'],
    pt: [
      'nenhum resultado para “Q”.',
      '1 resultado para “Q”.',
      '2 resultados para “Q”.',
      '5 resultados para “Q”.',
      '21 resultados para “Q”.',
    ],
    ru: [
      'по запросу «Q» ничего нет.',
      '1 результат по запросу «Q».',
      '2 результата по запросу «Q».',
      '5 результатов по запросу «Q».',
      '21 результат по запросу «Q».',
    ],
    uk: [
      'за запитом «Q» нічого немає.',
      '1 результат за запитом «Q».',
      '2 результати за запитом «Q».',
      '5 результатів за запитом «Q».',
      '21 результат за запитом «Q».',
    ],
    pl: ['brak wyników dla „Q”.', '1 wynik dla „Q”.', '2 wyniki dla „Q”.', '5 wyników dla „Q”.', '21 wyników dla „Q”.'],
    tr: ['“Q” için sonuç yok.', '“Q” için 1 sonuç.', '“Q” için 2 sonuç.', '“Q” için 5 sonuç.', '“Q” için 21 sonuç.'],
    el: [
      'κανένα αποτέλεσμα για «Q».',
      '1 αποτέλεσμα για «Q».',
      '2 αποτελέσματα για «Q».',
      '5 αποτελέσματα για «Q».',
      '21 αποτελέσματα για «Q».',
    ],
    ar: ['لا نتائج لـ«Q».', 'نتيجة واحدة لـ«Q».', 'نتيجتان لـ«Q».', '5 نتائج لـ«Q».', '21 نتيجة لـ«Q».'],
    he: ['אין תוצאות עבור „Q”.', 'תוצאה אחת עבור „Q”.', 'שתי תוצאות עבור „Q”.', '5 תוצאות עבור „Q”.', '21 תוצאות עבור „Q”.'],
    ja: ['「Q」の結果はありません。', '「Q」の結果1件。', '「Q」の結果2件。', '「Q」の結果5件。', '「Q」の結果21件。'],
    zh: ['“Q”没有结果。', '“Q”有 1 个结果。', '“Q”有 2 个结果。', '“Q”有 5 个结果。', '“Q”有 21 个结果。'],
  })
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
  const mistake = wordsFileSchema().safeParse({ part: { next: 'Volgende' } })
  assert.match(mistake.error?.issues[0]?.message ?? '', /\{number\}/u)
})

test('directions, digits and calendars are those of the pages', () => {
  assert.equal(wordsOf({ language: 'ar' }).direction, 'rtl')
  assert.equal(wordsOf({ language: 'he' }).direction, 'rtl')
  assert.equal(wordsOf({ language: 'ja' }).direction, 'ltr')
  assert.equal(wordsOf({ language: 'ar-EG' }).day('2026-11-24'), '24 نوفمبر 2026')
  assert.equal(wordsOf({ language: 'ja' }).day('2026-11-24'), '2026年11月24日')
})
