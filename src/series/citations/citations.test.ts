import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../locales/words.ts'
import { citationStyleNames } from '../../model/citation-styles.ts'
import { type SourceFile, sourceFileSchema } from '../../model/files/source-file.ts'
import { miniature, partWith } from '../../testing/miniature.ts'
import { buildSeries } from '../build-series.ts'
import { type AskedCluster, type Cite, makeCitationFormatter } from './citations.ts'
import { authorOf, labelOf } from './source-names.ts'

const words = wordsOf({ language: 'en-GB' })

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

const works = [
  { id: 'minutes', file: minutes },
  { id: 'article', file: article },
  { id: 'page', file: page },
  { id: 'sequel', file: sequel },
  { id: 'book', file: book },
]
const { cite: citeAll, bibliography } = makeCitationFormatter(works, 'chicago-notes', words)
const asked = (...cites: Cite[]): AskedCluster => ({ cites, isPrinted: true, isBeforeStop: false })
const printed = (clusters: ReturnType<typeof citeAll>) =>
  clusters.map(({ before, cites }) => before + cites.map(({ html, after }) => html + after).join(''))
/** A work cited for the first time, and once more. */
const cite = (source: string, locator?: string): [string, string] => {
  const cites = asked({ source, ...(locator && { locator }) })
  return printed(citeAll([cites, cites])) as [string, string]
}

test('a work is cited in full first and by author and title later', () => {
  assert.deepEqual(cite('book'), [
    'John Reed, <i>Ten Days: A Story</i> (New York: Boni &#38; Liveright, 1919)',
    'Reed, <i>Ten Days: A Story</i>',
  ])
})

test('a citation ends with its locator, in the words of the style', () => {
  const locators = {
    'ch. 11': 'chap. 11',
    'chs V–VII': 'chap. V–VII',
    'chs 6, 8': 'chaps 6, 8',
    'p. 12': '12',
    'pp. 12-13': '12–13',
    'vol. 3': 'vol. 3',
    'vol. 3, ch. 44': 'vol. 3, chap. 44',
    'vol. 2, pp. 3, 5': 'vol. 2, pp. 3, 5',
    'part 2': 'pt. 2',
    'no. 5': 'no. 5',
    '§ 4': 'sec. 4',
    '¶ 4': 'para. 4',
    'fol. 12r': 'fol. 12r',
    's.v. Lamp': 's.v. Lamp',
  }
  for (const [typed, text] of Object.entries(locators)) assert.equal(cite('book', typed)[1], `Reed, <i>Ten Days: A Story</i>, ${text}`)
})

test('a place that has a name is printed as it was typed', () => {
  for (const typed of ['Preface', 'Letter of 3 May', 'letter 30', '12 May', 'act 2, scene 1', 'vol. 3, Preface', 'Preface, p. ix'])
    assert.equal(cite('book', typed)[1], `Reed, <i>Ten Days: A Story</i>, ${typed}`)
})

test('the pages of an article give way to those that are cited', () => {
  assert.match(cite('article')[0], /3, no\. 2 \(May 1999\): 1–20$/u)
  assert.match(cite('article', 'p. 7')[0], /3, no\. 2 \(May 1999\): 7$/u)
})

test('a work without an author is cited by its title', () => {
  assert.equal(cite('minutes', 'ch. 2')[0], '‘Minutes of the Guild’, 1911, chap. 2')
})

test('a citation has no address: it is a link itself', () => {
  assert.doesNotMatch(cite('book')[0], /https?:/u)
  assert.match(bibliography.get('book') ?? '', /https:\/\/example\.org\/ten-days/u)
})

test('a work that is cited again at once is named again: a note is read alone', () => {
  const again = [
    asked({ source: 'book', locator: 'p. 1' }),
    asked({ source: 'book', locator: 'p. 1' }),
    asked({ source: 'book', locator: 'p. 2' }),
  ]
  const [, ...later] = printed(citeAll(again))
  assert.deepEqual(later, ['Reed, <i>Ten Days: A Story</i>, 1', 'Reed, <i>Ten Days: A Story</i>, 2'])
  const [together] = printed(citeAll([asked({ source: 'sequel' }, { source: 'sequel', locator: 'p. 9' })]))
  assert.equal(together, 'John Reed, <i>More Days</i>, 1920; Reed, <i>More Days</i>, 9')
})

test('words in the writer’s own hand count for nothing: the first citation that is printed is the full one', () => {
  const own = { ...asked({ source: 'book' }), isPrinted: false }
  assert.match(printed(citeAll([own, asked({ source: 'book' })]))[1] ?? '', /^John Reed/u)
})

test('what stands together is one cluster, and the style says in which order', () => {
  const together = [asked({ source: 'book', locator: 'p. 3', prefix: 'see also' }, { source: 'article', suffix: ', on oil' })]
  assert.deepEqual(printed(citeAll(together)), [
    'see also John Reed, <i>Ten Days: A Story</i> (New York: Boni &#38; Liveright, 1919), 3; A. Zed and The Guild, ‘Lamps and Oil’, <i>Journal</i> 3, no. 2 (May 1999): 1–20, on oil',
  ])
  const sorted = makeCitationFormatter(works, 'apa', words).cite([
    asked({ source: 'sequel' }, { source: 'minutes' }, { source: 'book', locator: 'p. 3' }),
  ])
  assert.deepEqual(printed(sorted), ['(<i>Minutes of the Guild</i>, 1911; Reed, 1919, p. 3, 1920)'])
  assert.deepEqual(
    sorted[0]?.cites.map(({ at, html }) => [at, html]),
    [
      [1, '<i>Minutes of the Guild</i>, 1911'],
      [2, 'Reed, 1919, p. 3'],
      [0, '1920'],
    ],
  )
})

test('the author is left out where the sentence has named him, unless nothing would be left', () => {
  const without = { source: 'book', suppressesAuthor: true, locator: 'p. 3' } as const
  const inStyle = (style: Parameters<typeof makeCitationFormatter>[1], cite: Cite) =>
    printed(makeCitationFormatter(works, style, words).cite([asked({ source: 'book' }), asked(cite)]))[1]
  assert.equal(inStyle('chicago-author-date', without), '(1919, 3)')
  assert.equal(inStyle('chicago-notes', without), '<i>Ten Days: A Story</i>, 3')
  assert.equal(inStyle('apa', { source: 'minutes', suppressesAuthor: true }), '(<i>Minutes of the Guild</i>, 1911)')
  assert.equal(inStyle('mla', without), '(<i>Ten Days: A Story</i> 3)')
  assert.equal(inStyle('mla', { source: 'article', suppressesAuthor: true }), '(Zed and The Guild)')
  // Its short form is the author alone, but where he has several works.
  assert.equal(inStyle('mhra', without), '<i>Ten Days: A Story</i>, p. 3')
  assert.equal(
    printed(makeCitationFormatter([{ id: 'book', file: book }], 'mhra', words).cite([asked({ source: 'book' }), asked(without)]))[1],
    'Reed, p. 3',
  )
  assert.match(inStyle('mhra', { source: 'page', suppressesAuthor: true }) ?? '', /Opening Hours/u)
})

test('of two full stops at the end of a sentence one is printed', () => {
  const inNote = asked({ source: 'book', locator: 'p. 12f.' })
  const [, followed, alone] = printed(citeAll([inNote, { ...inNote, isBeforeStop: true }, inNote]))
  assert.equal(followed, 'Reed, <i>Ten Days: A Story</i>, 12f')
  assert.equal(alone, 'Reed, <i>Ten Days: A Story</i>, 12f.')
})

test('works of an author and a year are told apart, in the text as in the list', () => {
  const same = [
    { id: 'one', file: work({ type: 'book', title: 'A', author: [{ family: 'Reed', given: 'John' }], issued: '1919' }) },
    { id: 'two', file: work({ type: 'book', title: 'B', author: [{ family: 'Reed', given: 'John' }], issued: '1919' }) },
  ]
  const { cite, bibliography } = makeCitationFormatter(same, 'chicago-author-date', words)
  assert.deepEqual(printed(cite([asked({ source: 'two' }, { source: 'one' })])), ['(Reed 1919b; 1919a)'])
  assert.match(bibliography.get('two') ?? '', /^Reed, John\. 1919b\./u)
})

test('the bibliography is sorted by author, and by title where there is none; every entry has its author', () => {
  assert.deepEqual([...bibliography.keys()], ['minutes', 'page', 'sequel', 'book', 'article'])
  assert.match(bibliography.get('sequel') ?? '', /^Reed, John\. <i>More Days<\/i>/u)
  assert.match(bibliography.get('book') ?? '', /^Reed, John\. <i>Ten Days/u)
})

test('a translation shows the year and the title of its original in every style', () => {
  const translation = work({
    type: 'book',
    title: 'The Lamp',
    author: [{ family: 'Vardas', given: 'Eleni' }],
    translator: [{ family: 'Orr', given: 'Ada' }],
    publisher: 'Tooth Press',
    'publisher-place': 'Lamna',
    issued: '1987',
    'original-date': '1899-05/1901',
    'original-title': 'Lamna & Fanos',
  })
  for (const style of citationStyleNames) {
    const entry = makeCitationFormatter([{ id: 'translation', file: translation }], style, words).bibliography.get('translation') ?? ''
    assert.equal(entry.split('1899').length, 2, `${style} names the year once: ${entry}`)
    assert.match(entry, /1899[^<>]*1901/u, style)
    assert.match(entry, /<i>Lamna &#38; Fanos<\/i>/u, style)
    assert.match(entry, /1987/u, style)
  }
})

test('a work that was changed is formatted anew', () => {
  const titled = (title: string) =>
    makeCitationFormatter([{ id: 'book', file: work({ ...book, title }) }], 'apa', words).bibliography.get('book') ?? ''
  assert.match(titled('Before'), /Before/u)
  assert.match(titled('After'), /After/u)
})

test('a series without sources has an empty bibliography', () => {
  assert.equal(makeCitationFormatter([], 'chicago-notes', words).bibliography.size, 0)
})

test('a work is called by its author’s family name and by its short title, or by the whole of its title', () => {
  assert.equal(labelOf({ ...book, 'title-short': 'Ten Days' }), 'Reed, Ten Days')
  assert.equal(labelOf(book), 'Reed, Ten Days: A Story')
  assert.equal(labelOf(minutes), 'Minutes of the Guild')
  assert.equal(authorOf(book, words), 'Reed, John')
  assert.equal(authorOf(article, words), 'Zed, A. et al.')
  assert.equal(authorOf(page, words), 'Harbour Press, Lamna')
  assert.equal(authorOf(minutes, words), '')
})

test('a label takes neither a name nor a title apart', () => {
  const short = { ...book, 'title-short': 'Ten Days' }
  assert.equal(labelOf({ ...short, author: [{ literal: 'Lamp, Oil and Wick Society' }] }), 'Lamp, Oil and Wick Society, Ten Days')
  assert.equal(labelOf({ ...short, author: [{ family: 'Castell', given: 'Ines', 'non-dropping-particle': 'de' }] }), 'de Castell, Ten Days')
  assert.equal(labelOf({ ...book, title: 'Is It Lit? Burning Questions' }), 'Reed, Is It Lit? Burning Questions')
  assert.equal(labelOf({ ...book, title: 'Lamps [On Lamps: Notes]' }), 'Reed, Lamps [On Lamps: Notes]')
  assert.match(labelOf({ ...book, title: 'lamps and lights '.repeat(20) }), /^Reed, lamps and .{90,120}(?:lamps|and|lights) …$/u)
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

test('in a style that sorts, a note says what the page prints, and each citation finds itself in it', async () => {
  const files = await miniature({
    'parts/one.mdx': partWith(
      'The lamp.[^lamp]\n\n[^lamp]: It burned; so <Source id="vardas-almanac" locator="ch. 2"/>; <Source id="guild-minutes" prefix="but see"/>. Not for long.',
    ),
  })
  const { series } = buildSeries(
    files.map((file) => (file.path === 'series.yaml' ? { ...file, text: `${file.text}\ncitation-style: apa\n` } : file)),
  )
  const [part] = series?.parts ?? []
  assert.equal(
    part?.notes[0]?.text,
    'It burned; so (but see Minutes of the Guild of Keepers, 1911; Vardas, 1899, Chapter 2). Not for long.',
  )
  assert.deepEqual(part.clusters, [
    {
      before: '(',
      citations: [
        { id: 'cite-guild-minutes-1', after: '; ' },
        { id: 'cite-vardas-almanac-1', after: ')' },
      ],
    },
  ])
  assert.deepEqual(part.citations.find(({ source }) => source === 'vardas-almanac')?.excerpt, {
    before: 'It burned; so (but see Minutes of the Guild of Keepers, 1911; ',
    match: 'Vardas, 1899, Chapter 2',
    after: ').',
  })
  assert.match(series?.sources.find(({ id }) => id === 'vardas-almanac')?.html ?? '', /^Vardas, E\. \(1899\)\./u)
})

test('what stands in a title as a sign stands in the text of a note as that sign', async () => {
  const { series } = buildSeries(
    await miniature({
      'parts/one.mdx': partWith(
        'The lamp.[^lamp] For the rest see <Source id="vardas-almanac"/>.\n\n[^lamp]: <Source id="guild-minutes"/>',
      ),
      'sources/guild-minutes.yaml': "type: document\ntitle: Oil & Wick <1911>\nissued: '1911'\n",
    }),
  )
  assert.equal(series?.parts[0]?.notes[0]?.text, '‘Oil & Wick <1911>’, 1911')
})

function work(fields: object): SourceFile {
  return sourceFileSchema.parse(fields)
}
