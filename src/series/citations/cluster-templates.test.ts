import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citationStyleNames } from '../../model/citation-styles.ts'
import { printByTemplates } from './cluster-templates.ts'
import { type CslItem, useStyle } from './csl-engine.ts'
import type { CiteprocCite, PrintedCluster } from './printed-cluster.ts'

const works: CslItem[] = [
  {
    id: 'book',
    type: 'book',
    title: 'Ten Days',
    volume: '2',
    author: [{ family: 'Reed', given: 'John' }],
    issued: { 'date-parts': [[1919]] },
  },
  {
    id: 'counted',
    type: 'chapter',
    title: '231 lamps, 40312 wicks',
    'container-title': 'Oil',
    page: '5–231',
    issued: { 'date-parts': [[231]] },
  },
  { id: 'case', type: 'legal_case', title: 'Lamp v Oil', authority: 'Harbour Court', issued: { 'date-parts': [[1900]] } },
]

const locators = ['12', '1', '2', '3', '11', '21', '101', '231', '1917', '40312', '123456', '01', '12–14', '12a', 'iv', '٣', '৩']

const kindsOf = (locator: string): CiteprocCite[][] => [
  [{ id: 'book', position: 0, label: 'page', locator }],
  [{ id: 'counted', position: 1, label: 'page', locator }],
  [{ id: 'case', position: 1, label: 'chapter', locator, prefix: 'see ', suffix: ' and 231' }],
  [
    { id: 'counted', position: 0, label: 'page', locator },
    { id: 'book', position: 1, label: 'volume', locator: '3' },
    { id: 'book', position: 1, label: 'page', locator: '12–14' },
  ],
]

const languages = ['fr', 'ru', 'ar', 'bn', 'ja', 'de']
const pairs = citationStyleNames.flatMap((style, i) => [[style, 'en-GB'] as const, [style, languages[i] as string] as const])

for (const [style, language] of pairs) {
  test(`numbers of places stand where citeproc puts them: ${style}, ${language}`, () => {
    const { cluster } = useStyle(style, works, language)
    const expected = locators.map((locator) => kindsOf(locator).map((cites) => useStyle(style, works, language).cluster(cites)))
    assert.deepEqual(
      locators.map((locator) => kindsOf(locator).map(cluster)),
      expected,
    )
  })
}

/** A style of one's own, which counts what it is asked. */
function counted(print: (locator: string, i: number) => string) {
  const asked: string[] = []
  const direct = (cites: readonly CiteprocCite[]): PrintedCluster => ({
    prefix: '(',
    suffix: ')',
    cites: cites.map(({ locator = '' }, i) => ({ at: i, html: print(locator, i), after: '' })),
  })
  const cluster = printByTemplates((cites) => {
    asked.push(cites.map(({ locator }) => locator).join())
    return direct(cites)
  })
  return { asked, direct, cluster }
}

const cites = (...numbers: string[]): CiteprocCite[] => numbers.map((locator) => ({ id: 'book', position: 1, label: 'page', locator }))

test('the same work at many places is printed three times', () => {
  const { asked, direct, cluster } = counted((number) => `Reed, 1919, p. ${number}`)
  for (const number of ['12', '345', '6', '7', '999999']) assert.deepEqual(cluster(cites(number)), direct(cites(number)))
  assert.equal(asked.length, 3)
})

test('the same place twice is printed once', () => {
  const { asked, direct, cluster } = counted((number) => `Reed, 1919, p. ${number}`)
  for (const number of ['12', '12']) assert.deepEqual(cluster(cites(number)), direct(cites(number)))
  assert.equal(asked.length, 1)
})

test('of several cites each has its own number, in the order of the style', () => {
  const { asked, cluster } = counted((number, i) => `${i}: ${number}`)
  for (const numbers of [
    ['12', '13'],
    ['5', '70'],
    ['70', '5'],
  ] as const) {
    assert.deepEqual(
      cluster(cites(...numbers)).cites.map(({ html }) => html),
      numbers.map((number, i) => `${i}: ${number}`),
    )
  }
  assert.equal(asked.length, 3)
})

const roman = ['', 'i', 'ii', 'iii', 'iv', 'v']
const unlike: Record<string, (number: string) => string> = {
  ordinals: (number) => `${number}${{ 1: 'st', 2: 'nd', 3: 'rd' }[number.at(-1) ?? ''] ?? 'th'} page`,
  'Roman numbers': (number) => `p. ${roman[Number(number)] ?? 'c'}`,
  'thousands set apart': (number) => `p. ${Number(number).toLocaleString('en')}`,
  'digits of another script': (number) => `p. ${Number(number).toLocaleString('ar-EG-u-nu-arab')}`,
  'a plural of large numbers': (number) => `${Number(number) > 300 ? 'pp' : 'p'}. ${number}`,
  'the number of a stand-in': (number) => `231 lamps, p. ${number}`,
  'a number said twice': (number) => `${number}, that is p. ${number}`,
  'a form for one alone': (number) => (number === '1' ? 'first page' : `p. ${number}`),
}

for (const [what, print] of Object.entries(unlike)) {
  test(`a style with ${what} prints each number itself`, () => {
    const { direct, cluster } = counted(print)
    for (const number of ['4', '1', '2', '3', '5', '11', '12', '1000']) assert.deepEqual(cluster(cites(number)), direct(cites(number)))
  })
}

test('what is no plain number, or stands twice in a cluster, is asked for as it is', () => {
  const { asked, cluster } = counted((number) => number)
  const given = [['12–14'], ['iv'], ['1'], ['007'], ['٣'], ['1234567'], ['5', '5']]
  for (const numbers of [...given, ...given]) cluster(cites(...numbers))
  assert.deepEqual(asked, [...given, ...given].map(String))
})
