import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtSeries } from '../testing/built-series.ts'
import { hardWorks } from '../testing/hard-works.ts'
import { contextObjectOf } from './context-object.ts'

const works = [...hardWorks, ...(await builtSeries('content')).sources, ...(await builtSeries('e2e/tiny-series')).sources]

/** The keys of each format in the registry of ANSI/NISO Z39.88-2004 (info:ofi/fmt:kev:mtx:…) that this program may use. */
const author = ['aulast', 'aufirst', 'au', 'aucorp']
const keys: Record<string, readonly string[]> = {
  book: [
    'genre',
    'btitle',
    'atitle',
    'place',
    'pub',
    'date',
    'edition',
    'spage',
    'epage',
    'pages',
    'isbn',
    'issn',
    'series',
    'tpages',
    ...author,
  ],
  journal: ['genre', 'atitle', 'jtitle', 'date', 'volume', 'issue', 'spage', 'epage', 'pages', 'stitle', 'issn', 'part', ...author],
  dissertation: ['title', 'inst', 'date', ...author],
  dc: [
    'title',
    'creator',
    'contributor',
    'format',
    'description',
    'relation',
    'publisher',
    'date',
    'type',
    'identifier',
    'source',
    'language',
  ],
}
/** Not of these formats, but read by reference managers in all of them. */
const extra = ['language']
const genres: Record<string, readonly string[]> = {
  book: ['book', 'bookitem', 'proceeding', 'report'],
  journal: ['journal', 'article', 'preprint'],
}

test('every work is a context object in a registered format, with keys of that format', () => {
  for (const work of works) {
    const pairs = [...new URLSearchParams(contextObjectOf(work))]
    const value = (key: string) => pairs.find(([name]) => name === key)?.[1]
    assert.deepEqual(pairs[0], ['ctx_ver', 'Z39.88-2004'])
    const format = value('rft_val_fmt')?.replace('info:ofi/fmt:kev:mtx:', '') ?? ''
    const allowed = [...(keys[format] ?? []), ...extra].map((key) => `rft.${key}`)
    assert.deepEqual(
      pairs.map(([key]) => key).filter((key) => !['ctx_ver', 'rft_val_fmt', 'rft_id', ...allowed].includes(key)),
      [],
      work.id,
    )
    const genre = value('rft.genre')
    assert.ok(genres[format]?.includes(genre ?? '') ?? genre === undefined, `${work.id}: ${format}, ${genre}`)
    assert.ok(
      pairs.every(([, text]) => text !== ''),
      work.id,
    )
    assert.ok([value('rft.btitle'), value('rft.atitle'), value('rft.jtitle'), value('rft.title')].includes(work.title), work.id)
    assert.match(value('rft.date') ?? '1999', /^\d{4}(?:-\d\d){0,2}$/u)
  }
})

test('a person is there in parts and whole, a body as a body; what signs there are is encoded', () => {
  const signs = hardWorks[0]
  assert.ok(signs)
  const text = contextObjectOf(signs)
  assert.ok(
    text.includes(
      'rft.aulast=de%20Castell&rft.aufirst=In%C3%AAs&rft.au=de%20Castell%2C%20In%C3%AAs&rft.aucorp=Keepers%20and%20Guild%2C%20Eastern%20Lights',
    ),
  )
  assert.ok(
    text.includes(
      'rft_id=info:doi/10.5555/a_b(1)%25c&rft_id=urn:ISBN:080442957X&rft_id=https://example.org/a_b%3Fx%3D1%26y%3D%2520z%23part~2',
    ),
  )
  assert.doesNotMatch(text, /[\s"<>]/u)
})
