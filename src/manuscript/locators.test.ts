import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startOfFile } from '../diagnostics/diagnostic.ts'
import { checkLocator, stepsOf } from './locators.ts'

const said = (locator: string) =>
  checkLocator(locator, 'parts/one.mdx', startOfFile, 'en').map(({ message, remedy }) => `${message} ${remedy}`)

test('a locator is read into the terms of CSL, however it is typed', () => {
  const read: Record<string, object> = {
    'p. 12': { label: 'page', value: '12' },
    'pp. 12–15': { label: 'page', value: '12–15' },
    'P. 12': { label: 'page', value: '12' },
    'p.12': { label: 'page', value: '12' },
    'p. xii': { label: 'page', value: 'xii' },
    'p. 12f.': { label: 'page', value: '12f.' },
    'pp. 12 ff.': { label: 'page', value: '12 ff.' },
    'ch. 7': { label: 'chapter', value: '7' },
    'chapter IV': { label: 'chapter', value: 'IV' },
    '§ 4': { label: 'section', value: '4' },
    '§§4-5': { label: 'section', value: '4-5' },
    'para. 3': { label: 'paragraph', value: '3' },
    'fol. 12r': { label: 'folio', value: '12r' },
    'Part I': { label: 'part', value: 'I' },
    'no. 5': { label: 'issue', value: '5' },
    's.v. Lamp oil': { label: 'sub verbo', value: 'Lamp oil' },
  }
  for (const [typed, step] of Object.entries(read)) {
    assert.deepEqual(stepsOf(typed, 'en'), [step], typed)
    assert.deepEqual(said(typed), [], typed)
  }
})

test('steps are parted by commas, and so are several numbers of one step', () => {
  assert.deepEqual(stepsOf('vol. 3, ch. 44', 'en'), [
    { label: 'volume', value: '3' },
    { label: 'chapter', value: '44' },
  ])
  assert.deepEqual(stepsOf('vol. 2, pp. 3, 5–7, 9', 'en'), [
    { label: 'volume', value: '2' },
    { label: 'page', value: '3, 5–7, 9' },
  ])
  assert.deepEqual(stepsOf('vol. 3, Preface', 'en'), [{ label: 'volume', value: '3' }, { name: 'Preface' }])
})

test('a place with a name is no mistake', () => {
  for (const name of [
    'Preface',
    'Letter of 3 May',
    'letter 30',
    'sitting of 4 May',
    'point 7',
    'act 2',
    '12 May',
    'Part One',
    'Notes',
    'No answer to the Board',
    'Appendix C',
  ]) {
    assert.deepEqual(stepsOf(name, 'en'), [{ name }])
    assert.deepEqual(said(name), [], name)
  }
})

test('a word before a number must be a kind of place, and the nearest is offered', () => {
  assert.match(said('chp. 4')[0] ?? '', /^“chp\.” is not a kind of locator.*Did you mean “ch\.”\?$/u)
  assert.match(said('vol. 3, chaptre IV')[0] ?? '', /Did you mean “chapter”\?$/u)
  assert.match(said('pgs 12–15')[0] ?? '', /“pgs” is not a kind of locator/u)
  assert.match(said('zigzag 4')[0] ?? '', /Count in “p\.”/u)
})

test('a number alone, and a kind of place without one, are mistakes, each told once', () => {
  assert.equal(said('44').length, 1)
  assert.match(said('42, 44')[0] ?? '', /does not say what “42” counts/u)
  assert.equal(said('42, 44').length, 1)
  assert.match(said('p.')[0] ?? '', /“p\.” is not followed by a number/u)
  assert.match(said('ch. 4 and p. 5')[0] ?? '', /after a comma/u)
})

test('a locator may be typed in the language of the series', () => {
  assert.deepEqual(stepsOf('Bd. 2, S. 12–15', 'de'), [
    { label: 'volume', value: '2' },
    { label: 'page', value: '12–15' },
  ])
  assert.deepEqual(
    stepsOf('т. 1, гл. 3, с. 12', 'ru').map((step) => 'label' in step && step.label),
    ['volume', 'chapter', 'page'],
  )
  assert.deepEqual(stepsOf('第3章、12頁', 'ja'), [
    { label: 'chapter', value: '3' },
    { label: 'page', value: '12' },
  ])
  assert.deepEqual(stepsOf('ص 12', 'ar'), [{ label: 'page', value: '12' }])
  assert.deepEqual(stepsOf('p. 12', 'de'), [{ label: 'page', value: '12' }])
})

test('places that have no name in CSL are read in the language of the series too, and printed as typed', () => {
  const typed: Readonly<Record<string, readonly string[]>> = {
    de: ['Brief 12', 'Art. 5', 'Tafel III'],
    fr: ['lettre 8', 'pl. IV', 'séance 3'],
    ru: ['письмо 8', 'ст. 5', 'табл. 2'],
    pl: ['list 8', 'art. 5'],
    ar: ['رسالة 12', 'الوثيقة 3'],
    he: ['מכתב 8'],
    ja: ['書簡12'],
    zh: ['附录2'],
  }
  for (const [language, locators] of Object.entries(typed))
    for (const locator of locators) assert.deepEqual(checkLocator(locator, 'parts/one.mdx', startOfFile, language), [], locator)
  assert.deepEqual(stepsOf('ф. 17, оп. 1, д. 5, л. 3', 'ru'), [
    { name: 'ф. 17' },
    { name: 'оп. 1' },
    { name: 'д. 5' },
    { label: 'folio', value: '3' },
  ])
  assert.deepEqual(
    checkLocator('Breif 12', 'parts/one.mdx', startOfFile, 'de').map(({ remedy }) => remedy.includes('“brief”')),
    [true],
  )
})
