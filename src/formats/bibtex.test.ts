import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { type Creator, parse } from '@retorquere/bibtex-parser'
import type { Source } from '../model/series.ts'
import type { SourceName } from '../model/source-file.ts'
import { toBibtex } from './bibtex.ts'
import { builtSeries } from './built-series.ts'
import { fileOf } from './file-of.ts'
import { hardWorks } from './hard-works.ts'

const works = [...hardWorks, ...(await builtSeries('content')).sources, ...(await builtSeries('e2e/tiny-series')).sources]

/** The names of fields that differ from kind to kind of entry. */
const containers = ['journal', 'booktitle']
const publishers = ['publisher', 'institution', 'school', 'organization']
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

test('an independent parser (of Better BibTeX for Zotero) reads every field of every work back, and finds nothing amiss', () => {
  const { entries, errors } = parse(toBibtex(works), { sentenceCase: false })
  assert.deepEqual(errors, [])
  const read = entries.map(({ key, type, fields }) => {
    const field = (...names: string[]) => names.map((name) => fields[name]).find((value) => value !== undefined)
    const text = (...names: string[]) => [field(...names)].flat()[0] as string | undefined
    const names = (name: string) => (field(name) as Creator[] | undefined)?.map(nameOf)
    const subtype = text('entrysubtype')
    return {
      id: key,
      type: typesByEntry[subtype ? `${type} ${subtype}` : type],
      title: text('title'),
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
      issue: text('number'),
      page: text('pages')?.replaceAll('–', '-'),
      ISBN: text('isbn'),
      DOI: text('doi'),
      URL: text('url'),
      language: text('language'),
      keyword: text('keywords'),
      note: text('note'),
    }
  })
  assert.deepEqual(read.map(defined), works.map(expected))
})

test('so does the parser of Citation.js, but for types, which it has fewer of, and bodies, whose names it takes for family names', () => {
  const { data } = new Cite(toBibtex(works))
  const read = data.map(({ type: _, genre: __, issued, 'original-date': original, author, editor, translator, 'citation-key': ___, _graph, ...fields }) => ({
    ...fields,
    author: bodies(author as Names),
    editor: bodies(editor as Names),
    translator: bodies(translator as Names),
    issued: edtf(issued as CslDate),
    'original-date': edtf(original as CslDate),
  }))
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

/** What the format has a field for, of a work. */
function expected(source: Source) {
  const { 'further-reading': _, ...file } = fileOf(source)
  return { id: source.id, ...file, ...(file.page && { page: file.page.replaceAll('–', '-') }) }
}

const defined = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

type Names = readonly SourceName[] | undefined
type CslDate = { readonly 'date-parts': readonly (readonly number[])[] } | undefined

const bodies = (names: Names) => names?.map((name) => ('literal' in name ? { family: name.literal } : name))

const edtf = (date: CslDate) => date?.['date-parts'].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')).join('/')
