import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citeprocLocator, compareLocators } from './locators.ts'

test('places follow one another as in the work: the whole, what stands before it, volumes, chapters, pages, what has a name', () => {
  const inOrder = [
    undefined,
    'Introduction',
    'Preface',
    'vol. 1',
    'vol. 1, ch. 9',
    'vol. 1, ch. 16',
    'vol. 2, ch. 1',
    'Part II',
    'ch. IV',
    'chs V–VII',
    'ch. 9',
    'ch. X',
    'p. 7',
    'pp. 40–41',
    'p. 41',
    'fol. 2r',
    'fol. 12r',
    'Epilogue',
    'letter 8',
    'letter 30',
  ]
  for (const [i, locator] of inOrder.entries())
    for (const later of inOrder.slice(i + 1)) assert.ok(compareLocators(locator, later, 'en') < 0, `${locator} before ${later}`)
  assert.equal(compareLocators('ch. 4', 'ch. 4', 'en'), 0)
})

test('citeproc is told one label, and the others in abbreviations it knows', () => {
  assert.deepEqual(citeprocLocator('vol. 3, ch. 44', 'en'), { label: 'volume', locator: '3, ch. 44' })
  assert.deepEqual(citeprocLocator('book 2, part 1, § 4', 'en'), { label: 'book', locator: '2, pt. 1, sec. 4' })
  assert.deepEqual(citeprocLocator('Preface', 'en'), { suffix: ', Preface' })
  assert.deepEqual(citeprocLocator('vol. 3, Preface, p. ix', 'en'), { label: 'volume', locator: '3', suffix: ', Preface, p. ix' })
})
