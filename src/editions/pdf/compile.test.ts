import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookPages, bookSeries, bookStyles } from '../../testing/book-pages.ts'
import { readFace } from '../book-faces.ts'
import { makeBookPage } from '../book-page.ts'
import { readDrawingStyles } from '../drawing-styles.ts'
import { charactersOf } from '../face-characters.ts'
import { compileBook } from './compile.ts'
import { composeBook, composePart } from './compose-book.ts'
import { papers } from './paper.ts'

const characters = charactersOf(await readFace('regular'))
const styles = readDrawingStyles(bookStyles)
const pages = () => Object.entries(bookPages).map(([path, html]) => makeBookPage(html, path, styles, 64))
const composed = () => composeBook(bookSeries, pages(), undefined, papers.a5, characters)
const noPicture = () => Promise.reject(new Error('no pictures'))
const bibliography = Buffer.from('[]')
const [toRead, toKeep] = await compileBook(composed(), ['ua-1', 'a-3a'], noPicture, bibliography)
const count = (pdf: Buffer, pattern: RegExp) => [...pdf.toString('latin1').matchAll(pattern)].length

test('a book keeps its standards, has its notes as notes, and its drawing a description', () => {
  assert.equal(count(toRead, /\/S\s*\/Note\b/gu), 4)
  assert.ok(count(toRead, /\/S\s*\/H2\b/gu) >= 2)
  assert.ok(count(toRead, /\/S\s*\/Link\b/gu) >= 4)
  assert.equal(count(toRead, /\/Alt\b/gu) > 0, true)
  assert.match(toKeep.toString('latin1'), /\/EmbeddedFiles/u)
})

test('it is set in the faces of the book and no others', () => {
  const faces = new Set(
    [...toRead.toString('latin1').matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([\w-]+)/gu)].map(([, name]) => name?.replace(/-Identity-H$/u, '')),
  )
  assert.ok(faces.has('Vollkorn-Regular') && faces.has('SofiaSansExtraCondensed-Bold'), [...faces].join())
  assert.deepEqual(
    [...faces].filter((name) => !/^(?:Vollkorn|SofiaSansExtraCondensed)-/u.test(name ?? '')),
    [],
  )
})

test('the same book is set again to the byte', async () => {
  const [again] = await compileBook(composed(), ['ua-1'], noPicture, bibliography)
  assert.ok(again.equals(toRead))
})

test('a letter that no face has is told, and printed as its number', () => {
  const { book, found } = composed()
  assert.deepEqual([...found.missing], [['灯', '/lamp/']])
  assert.match(JSON.stringify(book), /\[U\+706F\]/u)
})

test('a note is set where it is first referred to, and has the number of the site', () => {
  const text = JSON.stringify(composed().book)
  assert.equal([...text.matchAll(/"k":"note"/gu)].length, 5)
  assert.equal([...text.matchAll(/"body":/gu)].length, 4)
  assert.match(text, /"id":"\/lamp\/#note-again","n":"3","body"/u)
  assert.match(text, / <https:\/\/example\.org\/lamps>/u)
})

test('a part by itself leads to nothing that it has not', async () => {
  const [lamp] = pages().filter(({ path }) => path === '/lamp/')
  assert.ok(lamp)
  const part = composePart(bookSeries, lamp, undefined, papers.a4, characters)
  assert.doesNotMatch(JSON.stringify(part.book), /"to":"\/glossary/u)
  const [pdf] = await compileBook(part, ['ua-1'], noPicture)
  assert.match(pdf.toString('latin1'), /^%PDF-1\.7/u)
})
