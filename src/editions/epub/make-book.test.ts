import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookPages, bookSeries, bookStyles, formulas } from '../../testing/book-pages.ts'
import { checkEpub } from '../../testing/check-epub.ts'
import { makeBookPage } from '../book-page.ts'
import { readDrawingStyles } from '../drawing-styles.ts'
import { packBook } from './pack-book.ts'
import { makeBook } from './write-epub.ts'

const make = (address: string | undefined, places?: [string, number][]) => {
  const styles = readDrawingStyles(bookStyles)
  const pages = Object.entries(bookPages).map(([path, html]) => makeBookPage(html, path, styles, 30))
  return makeBook(bookSeries, pages, address, async () => Buffer.from('a picture'), places)
}
const book = await make('https://example.org/')
const { mistakes, texts, files } = checkEpub(book)
const lamp = texts.get('EPUB/lamp/index.xhtml')

test('a book is whole: well-formed, every file listed, every link led somewhere, contents in order', () => {
  assert.deepEqual(mistakes, [])
})

test('a text with formulas says so, and has them in MathML', async () => {
  const html = (bookPages['/lamp/'] ?? '').replace('<div class="text">', `<div class="text">${formulas}`)
  const page = makeBookPage(html, '/lamp/', readDrawingStyles(bookStyles), 30)
  const made = checkEpub(await makeBook(bookSeries, [page], undefined, async () => Buffer.from('a picture')))
  assert.deepEqual(made.mistakes, [])
  const file = (path: string) => Buffer.from(made.files.get(path) ?? []).toString()
  assert.match(file('EPUB/lamp/index.xhtml'), /<math xmlns="http:\/\/www\.w3\.org\/1998\/Math\/MathML" alttext="t"><mi>t<\/mi><\/math>/u)
  assert.match(file('EPUB/package.opf'), /href="lamp\/index\.xhtml"[^>]* properties="[^"]*mathml/u)
})

test('the same book is made again to the byte', async () => {
  assert.ok(Buffer.from(await make('https://example.org/')).equals(book))
})

test('notes open in a pop-up, and places have the ids of the site', () => {
  assert.equal(lamp?.types.filter((type) => type === 'noteref').length, 5)
  assert.equal(lamp?.types.filter((type) => type === 'endnote').length, 4)
  for (const id of ['p-a1', 'p-a2', 'note-again', 'ref-again-2', '_1917']) assert.ok(lamp?.ids.includes(id), id)
})

test('links stay in the book where they can, lead to the site where it is known, and else nowhere', async () => {
  assert.ok(lamp?.links.includes('../glossary/wick/index.xhtml'))
  assert.ok(lamp?.links.includes('https://example.org/notes/'))
  const unpublished = checkEpub(await make(undefined))
  assert.deepEqual(unpublished.mistakes, [])
  assert.ok(!unpublished.texts.get('EPUB/lamp/index.xhtml')?.links.some((link) => /notes/u.test(link)))
})

test('of a drawing there is the form for a narrow page, painted; what is folded is open, what is a control is gone', () => {
  const xhtml = Buffer.from(files.get('EPUB/lamp/index.xhtml') ?? []).toString()
  assert.match(xhtml, /class="narrow"[^>]*>.*<rect[^>]* fill="#[\da-f]{3,6}" stroke-width="2"/u)
  assert.doesNotMatch(xhtml, /class="wide"|#00f|<button|<details|margin-notes|data-/u)
  assert.match(xhtml, /Nine nights/u)
})

test('the pages of the book on paper are listed where they begin, and that book is named', async () => {
  const places: [string, number][] = [
    ['/lamp/#gone', 3],
    ['/lamp/', 3],
    ['/lamp/#p-a1', 3],
    ['/lamp/#1917', 4],
    ['/glossary/wick/', 6],
    ['/glossary/#concept', 7],
    ['/glossary/wick/#p-w1', 7],
  ]
  const printed = checkEpub(await make(undefined, places))
  assert.deepEqual(printed.mistakes, [])
  const nav = Buffer.from(printed.files.get('EPUB/nav.xhtml') ?? []).toString()
  const pages = [...nav.slice(nav.indexOf('epub:type="page-list"')).matchAll(/<a href="([^"]+)">(\d+)</gu)].map(([, file, page]) => [
    page,
    file,
  ])
  assert.deepEqual(pages, [
    ['3', 'lamp/index.xhtml#page-3'],
    ['4', 'lamp/index.xhtml#page-4'],
    ['6', 'glossary/wick/index.xhtml#page-6'],
    ['7', 'glossary/wick/index.xhtml#page-7'],
  ])
  const xhtml = Buffer.from(printed.files.get('EPUB/lamp/index.xhtml') ?? []).toString()
  assert.match(xhtml, /<h2 id="_1917"><span role="doc-pagebreak" id="page-4" aria-label="4" epub:type="pagebreak"><\/span>The tower/u)
  const opf = Buffer.from(printed.files.get('EPUB/package.opf') ?? []).toString()
  assert.match(opf, /<dc:source id="pages">urn:uuid:.*PDF, A5, 1\.0/u)
  assert.match(opf, /pageNavigation/u)
})

test('every note has its address on the last page', () => {
  assert.ok(texts.get('EPUB/colophon.xhtml')?.links.includes('https://example.org/lamp/#note-in-table'))
})

test('a checker that finds nothing finds what is wrong', () => {
  const packed = new Map(files)
  packed.delete('EPUB/glossary/wick/index.xhtml')
  packed.delete('mimetype')
  const broken = checkEpub(packBook(packed, '2026-01-01')).mistakes.join()
  assert.match(broken, /lists EPUB\/glossary\/wick\/index\.xhtml, which is not there/u)
  assert.match(broken, /lamp\/index\.xhtml leads to/u)
})

test('a book in Arabic is read, turned and set from right to left; one in English says nothing of it', async () => {
  const html = (bookPages['/lamp/'] ?? '').replace(/<html lang="[^"]*"/u, '<html lang="ar" dir="rtl"')
  const page = makeBookPage(html, '/lamp/', readDrawingStyles(bookStyles), 30)
  const made = checkEpub(await makeBook({ ...bookSeries, language: 'ar' }, [page], undefined, async () => Buffer.from('a picture')))
  assert.deepEqual(made.mistakes, [])
  const file = (path: string, of = made.files) => Buffer.from(of.get(path) ?? []).toString()
  assert.match(file('EPUB/package.opf'), /<package [^>]*dir="rtl">[\s\S]*<spine page-progression-direction="rtl">/u)
  for (const path of ['EPUB/lamp/index.xhtml', 'EPUB/nav.xhtml', 'EPUB/title-page.xhtml'])
    assert.match(file(path), /<html [^>]*xml:lang="ar" dir="rtl">/u, path)
  assert.match(file('EPUB/style.css'), /ol,ul\{margin:\.6em 0;padding:0 1\.4em 0 0\}/u)
  assert.match(file('EPUB/style.css'), /\.aside\{margin:1\.4em 0;padding:\.2em 1em \.6em;/u)
  assert.match(file('EPUB/style.css'), /\.epigraph figcaption\{text-align:left/u)
  assert.doesNotMatch(file('EPUB/package.opf', files) + file('EPUB/lamp/index.xhtml', files), /rtl/u)
})
