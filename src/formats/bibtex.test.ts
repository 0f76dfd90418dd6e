import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { type Creator, parse } from '@retorquere/bibtex-parser'
import fc from 'fast-check'
import { type SourceFile, type SourceName, sourceTypes } from '../model/files/source-file.ts'
import type { Source } from '../model/series.ts'
import { oneLine } from '../series/citations/one-line.ts'
import { builtSeries } from '../testing/built-series.ts'
import { hardWorks, work } from '../testing/hard-works.ts'
import { toBibtex } from './bibtex.ts'
import { fileOf } from './file-of.ts'

const works = [...hardWorks, ...(await builtSeries('content')).sources, ...(await builtSeries('e2e/tiny-series')).sources]

/** The names of fields that differ from kind to kind of entry. */
const containers = ['journal', 'booktitle']
const publishers = ['publisher', 'institution', 'school', 'organization', 'howpublished']
/** The types that BibTeX tells apart only by a subtype. */
const typesByEntry: Record<string, string> = {
  article: 'article-journal',
  'article preprint': 'article',
  'article magazine': 'article-magazine',
  'article newspaper': 'article-newspaper',
  'article review': 'review',
  book: 'book',
  booklet: 'pamphlet',
  incollection: 'chapter',
  'incollection dictionary': 'entry-dictionary',
  'incollection encyclopedia': 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  misc: 'document',
  'misc interview': 'interview',
  'misc legislation': 'legislation',
  'misc letter': 'personal_communication',
  'misc map': 'map',
  'misc speech': 'speech',
  online: 'webpage',
  'online weblog': 'post-weblog',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
}

/** What the parser of Better BibTeX for Zotero reads in a file, in the fields of sources. */
function readBack(bibtex: string): { read: object[]; errors: readonly unknown[] } {
  const { entries, errors } = parse(bibtex, { sentenceCase: false })
  const read = entries.map(({ key, type, fields }) => {
    const field = (...names: string[]) => names.map((name) => fields[name]).find((value) => value !== undefined)
    const text = (...names: string[]) => [field(...names)].flat()[0] as string | undefined
    const names = (name: string) => (field(name) as Creator[] | undefined)?.map(nameOf)
    const subtype = text('entrysubtype')
    return defined({
      id: key,
      type: typesByEntry[subtype ? `${type} ${subtype}` : type] ?? subtype,
      title: text('title'),
      'title-short': text('shorttitle'),
      author: names('author'),
      editor: names('editor'),
      translator: names('translator'),
      'container-title': text(...containers),
      'original-title': text('origtitle'),
      publisher: text(...publishers),
      'publisher-place': text('address'),
      issued: text('date') ?? [text('year'), text('month')?.padStart(2, '0')].filter(Boolean).join('-'),
      'original-date': text('origdate'),
      edition: text('edition'),
      volume: text('volume'),
      issue: text('number', 'issue'),
      page: text('pages')?.replaceAll('–', '-'),
      ISBN: text('isbn'),
      DOI: text('doi'),
      URL: text('url'),
      language: text('language'),
      keyword: text('keywords'),
      note: text('annote'),
      printed: text('note'),
    })
  })
  return { read, errors }
}

test('an independent parser (of Better BibTeX for Zotero) reads every field of every work back, and finds nothing amiss', () => {
  const { read, errors } = readBack(toBibtex(works))
  assert.deepEqual(errors, [])
  assert.deepEqual(read, works.map(expected).map(defined))
})

test('whatever is typed in a field, the parser finds the same works, and each with the same words in the same field', () => {
  const signs = [
    '{',
    '}',
    '\\',
    '%',
    '#',
    '@',
    '"',
    '&',
    '$',
    '_',
    '^',
    '~',
    '=',
    ',',
    ' and ',
    ' others',
    '\n',
    '\u0001',
    '\u2028',
    '\uFFFF',
    '@book{x,',
    '<',
    '>',
    '|',
    '}, note = {',
    'von ',
    "'",
    'и',
    'é',
    'A',
    'b',
    '1',
    '-',
    '.',
    ' ',
  ]
  const typed = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 8 }).map((found) => `A${found.join('')}z`)
  const name = fc.oneof(
    fc.record({ literal: typed }),
    fc.record(
      {
        family: typed,
        given: typed,
        suffix: typed,
        'non-dropping-particle': fc.oneof(typed, fc.constantFrom('von', 'de la', 'Van', 'von }, note = {OPENED', 'and')),
      },
      { requiredKeys: ['family'] },
    ),
  )
  const names = fc.array(name, { minLength: 1, maxLength: 3 })
  const file = fc.record(
    {
      type: fc.constantFrom(...sourceTypes),
      title: typed,
      author: names,
      editor: names,
      translator: names,
      publisher: typed,
      'publisher-place': typed,
      'container-title': typed,
      'original-title': typed,
      edition: typed,
      volume: typed,
      issue: typed,
      URL: typed.map((path) => `https://example.org/${path.replace(/[\s<>"]/gu, '')}`),
      DOI: typed.map((name) => `10.1000/${name.replace(/[\s<>"]/gu, '')}`),
      note: typed,
    },
    { requiredKeys: ['type', 'title'] },
  )
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 2 }), (files) => {
      const fuzzed = files.map((file, i) => work(`work-${i}`, file as SourceFile))
      const { read, errors } = readBack(toBibtex(fuzzed))
      assert.deepEqual(errors, [])
      assert.deepEqual(read.map(inPlainWords), fuzzed.map(expected).map(defined).map(inPlainWords))
    }),
    { numRuns: 60, seed: 13 },
  )
})

test('so does the parser of Citation.js, but for types, which it has fewer of, and bodies, whose names it takes for family names', () => {
  const { data } = new Cite(toBibtex(works))
  const read = data.map(
    ({
      type: _,
      genre: __,
      issued,
      'original-date': original,
      author,
      editor,
      translator,
      'citation-key': ___,
      _graph,
      annote,
      note,
      ...fields
    }) => ({
      ...fields,
      note: annote,
      printed: note,
      author: bodies(author as Names),
      editor: bodies(editor as Names),
      translator: bodies(translator as Names),
      issued: edtf(issued as CslDate),
      'original-date': edtf(original as CslDate),
    }),
  )
  const withBodies = works.map(expected).map(({ type: _, author, editor, translator, ...fields }) => ({
    ...fields,
    author: bodies(author),
    editor: bodies(editor),
    translator: bodies(translator),
  }))
  assert.deepEqual(read.map(defined), withBodies.map(defined))
})

test('the keys are the ids, each once', () => {
  const keys = [...toBibtex(works).matchAll(/^@\w+\{([^,]+),$/gmu)].map(([, key]) => key)
  assert.deepEqual(
    keys,
    works.map(({ id }) => id),
  )
})

const nameOf = ({ name, lastName, firstName, prefix, suffix }: Creator): object =>
  name ? { literal: name } : defined({ family: lastName, given: firstName, 'non-dropping-particle': prefix, suffix })

/** What the format has a field for, of a work; `printed` is what stands in its field for all that has none. */
function expected(source: Source) {
  const { 'further-reading': _, publisher, 'publisher-place': place, 'container-title': container, ...file } = fileOf(source)
  const isInJournal = /^(?:article|review)/u.test(file.type)
  const hasContainer =
    isInJournal || ['book', 'classic', 'chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'paper-conference'].includes(file.type)
  // A site and who publishes it stand in one field, in which there is room for one of them.
  const isOnline = ['webpage', 'post', 'post-weblog'].includes(file.type)
  const isPrinted = container !== undefined && !hasContainer && (!isOnline || publisher !== undefined)
  const printed = [isPrinted && container, isInJournal && [place, publisher].filter(Boolean).join(': ')].filter(Boolean).join('. ')
  return {
    id: source.id,
    ...file,
    ...(file.page && { page: file.page.replaceAll('–', '-') }),
    'container-title': container,
    publisher: publisher ?? (isOnline ? container : undefined),
    'publisher-place': place,
    printed,
  }
}

/**
 * What names are, however they are divided: a particle stands with the family name, and one without given names is all
 * one. Of no text is its white space or an invisible sign kept.
 */
function inPlainWords(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value)
  if (Array.isArray(value)) return value.map(inPlainWords)
  if (typeof value !== 'object' || value === null) return value
  const { 'non-dropping-particle': particle, family, ...fields } = value as Record<string, unknown>
  const name = [particle, family].filter(Boolean).join(' ')
  const { given, suffix } = fields
  if (family !== undefined && !given) return inPlainWords({ literal: [name, suffix].filter(Boolean).join(', ') })
  const named = family === undefined ? {} : { family: name }
  return Object.fromEntries(
    Object.entries({ ...fields, ...named }).map(([field, inner]) => [
      field,
      (field === 'URL' || field === 'DOI') && typeof inner === 'string'
        ? oneLine(inner).replace(/[{}\\$^]/gu, encodeURIComponent)
        : inPlainWords(inner),
    ]),
  )
}

const defined = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

type Names = readonly SourceName[] | undefined
type CslDate = { readonly 'date-parts': readonly (readonly number[])[] } | undefined

const bodies = (names: Names) => names?.map((name) => ('literal' in name ? { family: name.literal } : name))

const edtf = (date: CslDate) => date?.['date-parts'].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')).join('/')
