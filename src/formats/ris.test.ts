import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { plainDays } from '../model/dates/edtf.ts'
import type { SourceName } from '../model/files/source-file.ts'
import type { Source } from '../model/series.ts'
import { builtSeries } from '../testing/built-series.ts'
import { hardWorks } from '../testing/hard-works.ts'
import { fileOf } from './file-of.ts'
import { toRis } from './ris.ts'

const works = [...hardWorks, ...(await builtSeries('content')).sources, ...(await builtSeries('e2e/tiny-series')).sources]

/** The tags and types of the specification (“RIS Format Specifications”, 2011) that this program may use. */
const tags = new Set(
  'TY ID AU TI ST T2 T3 A2 A3 A4 OP PY DA ET VL NV IS SE SP EP PB CY SN DO UR Y2 J2 M2 M3 RI AV CN LA KW N1 ER'.split(' '),
)
const many = new Set(['AU', 'A2', 'A3', 'A4', 'KW', 'M2', 'SN'])
const names = new Set(['AU', 'A2', 'A3', 'A4'])
const types = new Set(
  'ART BILL BLOG BOOK CASE CHAP CLSWK COMP CPAPER DATA DICT ELEC ENCYC FIGURE GEN HEAR JFULL JOUR MANSCPT MAP MGZN MPCT MUSIC NEWS PAMP PAT PCOMM RPRT SOUND STAND STAT THES UNPB'.split(
    ' ',
  ),
)

test('every record keeps the rules of the specification', () => {
  const records = toRis(works).split(/(?<=^ER {2}- \r\n)/mu)
  assert.equal(records.length, works.length)
  for (const record of records) {
    const lines = record.split('\r\n')
    assert.equal(lines.pop(), '', 'the last line ends as all others do')
    assert.match(lines[0] ?? '', /^TY {2}- /u, 'the type comes first')
    assert.equal(lines.at(-1), 'ER  - ', 'and the end last')
    const found = lines.map((line) => {
      const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/u.exec(line) ?? []
      assert.ok(tag && tags.has(tag), `${line}: two capitals or digits, two spaces, a hyphen and a space, in ${record}`)
      assert.equal(value === '', tag === 'ER', `${line}: a tag without a value is left out`)
      return { tag, value: value ?? '' }
    })
    const of = (tag: string) => found.find((line) => line.tag === tag)?.value
    assert.ok(types.has(of('TY') ?? ''), record)
    assert.deepEqual(
      found.filter(({ tag }, i) => !many.has(tag) && found.findIndex((other) => other.tag === tag) < i),
      [],
      'only names and keywords stand more than once',
    )
    assert.match(of('PY') ?? '1999', /^\d{4}$/u, 'the year has four digits')
    assert.match(
      of('DA') ?? '1999///',
      /^\d{4}\/(?:\d\d)?\/(?:\d\d)?\/[^\s]*$/u,
      'a date has three strokes, and behind them what they cannot say',
    )
    for (const { tag, value } of found)
      if (names.has(tag)) assert.ok(value.split(',').length <= 3, `${value}: family name, given names, suffix`)
  }
})

test('an independent parser (of Citation.js) finds in the tags what the format has a field for', () => {
  const records: Record<string, string | string[]>[] = plugins.input.chainLink(toRis(works))
  const read = records.map((record) => {
    const text = (tag: string) => record[tag] as string | undefined
    const names = (...names: string[]) => {
      const found = names.flatMap((tag) => record[tag] ?? [])
      return found.length > 0 ? found : undefined
    }
    return {
      id: text('ID'),
      title: text('TI'),
      'title-short': text('ST'),
      author: names('AU'),
      editor: names('A2', 'A3'),
      translator: names('A4'),
      'container-title': text('T2'),
      'original-title': text('OP'),
      issued: text('DA')?.split('/').slice(0, 3).filter(Boolean).join('-'),
      edition: text('ET'),
      volume: text('VL'),
      issue: text('IS'),
      page: [text('SP'), text('EP')].filter(Boolean).join('-') || undefined,
      publisher: text('PB'),
      'publisher-place': text('CY'),
      ISBN: text('SN'),
      DOI: text('DO'),
      URL: text('UR'),
      language: text('LA'),
      keyword: text('KW'),
      note: text('N1'),
    }
  })
  const written = (name: SourceName) =>
    'literal' in name
      ? name.literal
      : [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given, name.suffix].filter(Boolean).join(', ')
  const known = works.map(expected).map(({ type: _, author, editor, translator, ...fields }) => ({
    ...fields,
    author: author?.map(written),
    editor: editor?.map(written),
    translator: translator?.map(written),
  }))
  assert.deepEqual(read.map(defined), known.map(defined))
})

test('its own reading of the tags gives the same works, of the types that it does not see otherwise', () => {
  const common = works.filter(
    ({ id, type }) => ['book', 'chapter', 'webpage', 'pamphlet'].includes(type) && id !== 'signs' && id !== 'cyrillic',
  )
  const read = new Cite(toRis(common)).data.map(({ issued, 'number-of-pages': _, 'collection-title': series, _graph, ...fields }) => ({
    ...fields,
    ...(series ? { 'container-title': series } : {}),
    issued: edtf(issued as CslDate | undefined),
  }))
  // A chapter has for it a year and no day.
  assert.deepEqual(
    read.map(defined),
    common
      .map(expected)
      .map((fields) => defined({ ...fields, issued: fields.type === 'chapter' ? fields.issued?.slice(0, 4) : fields.issued })),
  )
})

/** Lost are: the end of a range, the original date, and whether a date, a name or a type is one of two that look the same. */
function expected(source: Source) {
  const { 'further-reading': _, 'original-date': __, ...file } = fileOf(source)
  return { id: source.id, ...file, issued: plainDays(file.issued)[0], page: file.page?.replaceAll('–', '-') }
}

const defined = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

type CslDate = { readonly 'date-parts'?: readonly (readonly number[])[] }

const edtf = (date: CslDate | undefined) => date?.['date-parts']?.[0]?.map((part) => String(part).padStart(2, '0')).join('-')
