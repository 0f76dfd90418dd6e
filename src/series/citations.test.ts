import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SourceFile, sourceFileSchema } from '../model/source-file.ts'
import { buildSeries } from './build-series.ts'
import { authorOf, labelOf, makeCitationFormatter } from './citations.ts'
import { miniature, partWith } from './miniature.ts'

const book = work({
  type: 'book',
  title: 'Ten Days: A Story',
  author: [{ family: 'Reed', given: 'John' }],
  publisher: 'Boni & Liveright',
  'publisher-place': 'New York',
  issued: 1919,
  URL: 'https://example.org/ten-days',
})
const article = work({
  type: 'article-journal',
  title: 'Lamps and Oil',
  author: [{ family: 'Zed', given: 'A.' }, { literal: 'The Guild' }],
  'container-title': 'Journal',
  volume: 3,
  issue: 2,
  page: '1–20',
  issued: '1999-05',
})
const minutes = work({ type: 'document', title: 'Minutes of the Guild', issued: '1911' })
const page = work({ type: 'webpage', title: 'Opening Hours', publisher: 'Harbour Press, Lamna', issued: '2020' })
const sequel = work({ type: 'book', title: 'More Days', author: [{ family: 'Reed', given: 'John' }], issued: '1920' })

const { cite, bibliography } = makeCitationFormatter([
  { id: 'minutes', file: minutes },
  { id: 'article', file: article },
  { id: 'page', file: page },
  { id: 'sequel', file: sequel },
  { id: 'book', file: book },
])

test('a work is cited in full first and by author and title later', () => {
  assert.equal(cite('book', undefined, true), 'John Reed, <i>Ten Days: A Story</i> (New York: Boni &#38; Liveright, 1919)')
  assert.equal(cite('book', undefined, false), 'Reed, <i>Ten Days: A Story</i>')
})

test('a citation ends with its locator', () => {
  const locators = {
    'ch. 11': 'chap. 11',
    'chs V–VII': 'chap. V–VII',
    'p. 12': '12',
    'pp. 12–13': '12–13',
    'vol. 3': 'vol. 3',
    'part 2': 'pt. 2',
    'no. 5': 'no. 5',
  }
  for (const [typed, printed] of Object.entries(locators)) assert.equal(cite('book', typed, false), `Reed, <i>Ten Days: A Story</i>, ${printed}`)
})

test('a locator of which the style knows no kind is printed as it was typed', () => {
  for (const typed of ['vol. 3, ch. 44', 'Preface', '12 May']) assert.equal(cite('book', typed, false), `Reed, <i>Ten Days: A Story</i>, ${typed}`)
})

test('the pages of an article give way to those that are cited', () => {
  assert.match(cite('article', undefined, true), /3, no\. 2 \(May 1999\): 1–20$/u)
  assert.match(cite('article', 'p. 7', true), /3, no\. 2 \(May 1999\): 7$/u)
})

test('a work without an author is cited by its title', () => {
  assert.equal(cite('minutes', 'ch. 2', true), '‘Minutes of the Guild’, 1911, chap. 2')
})

test('a citation has no address: it is a link itself', () => {
  assert.doesNotMatch(cite('book', undefined, true), /https?:/u)
  assert.match(bibliography.get('book') ?? '', /https:\/\/example\.org\/ten-days/u)
})

test('the bibliography is sorted by author, and by title where there is none; every entry has its author', () => {
  assert.deepEqual([...bibliography.keys()], ['minutes', 'page', 'sequel', 'book', 'article'])
  assert.match(bibliography.get('sequel') ?? '', /^Reed, John\. <i>More Days<\/i>/u)
  assert.match(bibliography.get('book') ?? '', /^Reed, John\. <i>Ten Days/u)
})

test('a series without sources has an empty bibliography', () => {
  assert.equal(makeCitationFormatter([]).bibliography.size, 0)
})

test('a work is called by its author’s family name and its title without the subtitle', () => {
  assert.equal(labelOf(book), 'Reed, Ten Days')
  assert.equal(labelOf(minutes), 'Minutes of the Guild')
  assert.equal(authorOf(book), 'Reed, John')
  assert.equal(authorOf(article), 'Zed, A. et al.')
  assert.equal(authorOf(page), 'Harbour Press, Lamna')
  assert.equal(authorOf(minutes), '')
})

test('in a part the first citation that is printed is the full one, in the order of reading', async () => {
  const { series } = buildSeries(
    await miniature({
      'parts/one.mdx': partWith(
        [
          '<Source id="vardas-almanac">Vardas</Source> says it,[^early] and says it again: <Source id="vardas-almanac" locator="ch. 1"/>.[^late]',
          '[^late]: <Source id="vardas-almanac" locator="ch. 3"/>',
          '[^early]: <Source id="vardas-almanac" locator="ch. 2"/>',
        ].join('\n\n'),
      ),
    }),
  )
  const full = 'Eleni Vardas, <i>The Almanac of the Lamp Room</i> (Lamna: Harbour Press, 1899)'
  const short = 'Vardas, <i>The Almanac of the Lamp Room</i>'
  assert.deepEqual(
    series?.parts[0]?.citations.map(({ id, html }) => [id, html]),
    [
      ['cite-vardas-almanac-1', full],
      ['cite-vardas-almanac-2', `${full}, chap. 1`],
      ['cite-vardas-almanac-3', `${short}, chap. 2`],
      ['cite-vardas-almanac-4', `${short}, chap. 3`],
    ],
  )
  assert.deepEqual(
    series?.parts[0]?.notes.map(({ text }) => text),
    ['Vardas, The Almanac of the Lamp Room, chap. 2', 'Vardas, The Almanac of the Lamp Room, chap. 3'],
  )
})

test('what stands in a title as a sign stands in the text of a note as that sign', async () => {
  const { series } = buildSeries(
    await miniature({
      'parts/one.mdx': partWith('The lamp.[^lamp] For the rest see <Source id="vardas-almanac"/>.\n\n[^lamp]: <Source id="guild-minutes"/>'),
      'sources/guild-minutes.yaml': "type: document\ntitle: Oil & Wick <1911>\nissued: '1911'\n",
    }),
  )
  assert.equal(series?.parts[0]?.notes[0]?.text, '‘Oil & Wick <1911>’, 1911')
})

function work(fields: object): SourceFile {
  return sourceFileSchema.parse(fields)
}
