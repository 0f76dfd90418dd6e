import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keepResultsIn, stopKeeping } from '../../kept-results.ts'
import { bookPages, bookSeries, bookStyles, formulas, setApart } from '../../testing/book-pages.ts'
import { elementsIn, readPdf, type StructureElement, wordsIn } from '../../testing/pdf/read-pdf.ts'
import { makeBookPage } from '../book-page.ts'
import { readDrawingStyles } from '../drawing-styles.ts'
import { compileBook } from './compile.ts'
import { composeBook, composePart } from './compose-book.ts'
import { papers } from './paper.ts'
import { packagesFor, readFaces } from './scripts.ts'

const faces = await readFaces('en')
const styles = readDrawingStyles(bookStyles)
const pages = () => Object.entries(bookPages).map(([path, html]) => makeBookPage(html, path, styles, 64))
const composed = () => composeBook(bookSeries, pages(), undefined, papers.a5, faces)
const noPicture = () => Promise.reject(new Error('no pictures'))
const bibliography = Buffer.from('[]')
const {
  files: [toRead, toKeep],
  places,
} = await compileBook(composed(), ['ua-1', 'a-3a'], noPicture, bibliography)
const { structure, faces: printed, links, bookmarks } = readPdf(toRead)
const all = [...elementsIn(structure)]
const having = (role: string) => all.filter((element) => element.role === role)
const isApart = ({ role }: StructureElement) => /^(?:Note|Lbl)$/u.test(role)

test('a book keeps its standards, and the one to keep has its sources inside', () => {
  assert.match(toRead.toString('latin1'), /pdfuaid:part/u)
  assert.match(toKeep.toString('latin1'), /pdfaid:part.*\/EmbeddedFiles/su)
})

test('every note is one, also in a heading and a table, with its words', () => {
  assert.deepEqual(
    having('Note').map((note) => wordsIn(note, isApart).trim()),
    ['Referred to twice, and to a note.', 'See a list <https://example.org/lamps>.', 'Of the heading.', 'Of the table.'],
  )
})

test('headings are headings and bookmarks, and a drawing says what it shows', () => {
  const headings = all.filter(({ role }) => /^H\d$/u.test(role)).map((heading) => wordsIn(heading, isApart))
  assert.ok(headings.includes('The tower') && headings.includes('Wick'), headings.join('; '))
  // The heading of the contents is no bookmark.
  assert.equal(bookmarks.length, headings.length - 1)
  assert.deepEqual(
    having('Figure').map(({ alternative }) => alternative),
    ['Nights of oil'],
  )
})

test('every link is tagged, and leads to a page of the book or an address', () => {
  const targets = all.flatMap((element) => element.links)
  assert.equal(targets.length, links)
  assert.ok(targets.includes('https://example.org/lamps'))
  assert.ok(targets.every((target) => target !== undefined))
})

test('the words stand in the order in which they are read, and none of them in what is for the eye alone', () => {
  const [, ...chapters] = wordsIn(structure, ({ role }) => /^(?:Note|Lbl|TOC)$/u.test(role)).split('The lamp')
  assert.match(chapters.join(), /^A wick, all notes and Φάρος ζ \[U\+706F\]\.The tower ?Again and lampa #show \[x\] \$y\$ \\ “z”\.\s*Oil/u)
})

test('it is set in the faces of the book and no others', () => {
  assert.ok(printed.includes('Vollkorn-Regular') && printed.includes('SofiaSansExtraCondensed-Bold'), printed.join())
  assert.deepEqual(
    printed.filter((name) => !/^(?:Vollkorn|SofiaSansExtraCondensed)-/u.test(name)),
    [],
  )
})

test('words in the letters of another script are set in a face of it, and in headings too', async () => {
  const html = (bookPages['/lamp/'] ?? '').replace('The tower', 'The tower מגדל').replace('Much', '<i lang="ar">مصباح</i>')
  const page = makeBookPage(html, '/lamp/', styles, 64)
  const {
    files: [pdf],
  } = await compileBook(composePart(bookSeries, page, undefined, papers.a5, faces), ['ua-1'], noPicture)
  const other = readPdf(pdf)
  for (const face of ['NotoSerifHebrew', 'Amiri'])
    assert.ok(
      other.faces.some((name) => name.startsWith(face)),
      other.faces.join(),
    )
  // In a PDF, letters lie from left to right.
  assert.match(wordsIn(other.structure), new RegExp(`The tower ${[...'מגדל'].toReversed().join('')}`, 'u'))
  // Each letter once, with its dots: what is copied, searched and read aloud.
  assert.match(wordsIn(other.structure), new RegExp(`(?<!\\p{Script=Arab})${[...'مصباح'].toReversed().join('')}(?!\\p{Script=Arab})`, 'u'))
})

test('verse and asides are read in their order, and what repeats the text is not read', async () => {
  const html = (bookPages['/lamp/'] ?? '').replace('<div class="text">', `<div class="text">${setApart}`)
  const page = makeBookPage(html, '/lamp/', styles, 64)
  const {
    files: [pdf],
    places: found,
  } = await compileBook(composePart(bookSeries, page, undefined, papers.a5, faces), ['ua-1'], noPicture)
  assert.match(wordsIn(readPdf(pdf).structure), /One dry year,\s*and a wet one\.\s*Then none\.\s*A lock\s*Two gates\.\s*A wick/u)
  assert.doesNotMatch(wordsIn(readPdf(pdf).structure), /a wet year/u)
  assert.ok(found.some(([place]) => place === '/lamp/#p-v1') && found.some(([place]) => place === '/lamp/#p-b1'))
})

test('formulas are set, and say in TeX what they are', async () => {
  const html = (bookPages['/lamp/'] ?? '').replace('<div class="text">', `<div class="text">${formulas}`)
  const page = makeBookPage(html, '/lamp/', styles, 64)
  const {
    files: [pdf],
    places: found,
  } = await compileBook(composePart(bookSeries, page, undefined, papers.a5, faces), ['ua-1'], noPicture)
  const { structure: set, faces: used } = readPdf(pdf)
  const told = [...elementsIn(set)].flatMap(({ role, alternative }) => (role === 'Formula' ? (alternative ?? []) : []))
  assert.deepEqual(told, ['t', '\\sum_{i=1}^n \\frac{a}{b} \\le \\sqrt[3]{x}'])
  assert.ok(used.some((name) => name.startsWith('NewCMMath')))
  assert.match(
    [...elementsIn(set)].flatMap((element) => (element.role === 'Formula' ? wordsIn(element) : [])).join(' '),
    /∑.*≤.*else маяк/su,
  )
  assert.ok(found.some(([place]) => place === '/lamp/#p-m2'))
})

test('a book in a language from right to left is one in its structure', async () => {
  const series = { ...bookSeries, language: 'he', title: 'מנורות' }
  const [page] = pages().filter(({ path }) => path === '/lamp/')
  const {
    files: [pdf],
  } = await compileBook(composePart(series, page ?? assert.fail(), undefined, papers.a5, faces), ['ua-1'], noPicture)
  assert.match(pdf.toString('latin1'), /\/Lang \(he\)[\s\S]*\/Direction \/R2L/u)
})

test('of letters that are missing, it is told what has them', () => {
  assert.deepEqual(packagesFor(['灯', 'あ', '한'], 'en'), ['@expo-google-fonts/noto-serif-jp', '@expo-google-fonts/noto-serif-kr'])
  assert.deepEqual(packagesFor(['灯'], 'zh-Hant'), ['@expo-google-fonts/noto-serif-tc'])
  assert.deepEqual(packagesFor(['𐤀'], 'en'), [])
})

test('each place of the text is known by its page, in its order', () => {
  const lamp = places.filter(([place]) => place.startsWith('/lamp/')).map(([place]) => place)
  assert.deepEqual(lamp, ['/lamp/', '/lamp/#p-a1', '/lamp/#1917', '/lamp/#p-a2', '/lamp/#p-a3'])
  assert.ok(places.every(([, page], i) => page >= (places[i - 1]?.[1] ?? 1)))
})

test('the same book is set again to the byte', async () => {
  const {
    files: [again],
  } = await compileBook(composed(), ['ua-1'], noPicture, bibliography)
  assert.ok(again.equals(toRead))
})

test('the titles of volumes stand in the contents and the bookmarks, above those of their parts', async () => {
  const parts = bookSeries.parts.map((part) => ({ ...part, volume: 1 }))
  const series = { ...bookSeries, parts, volumes: ['The lights'] }
  const {
    files: [pdf],
  } = await compileBook(composeBook(series, pages(), undefined, papers.a5, faces), ['ua-1'], noPicture)
  const elements = [...elementsIn(readPdf(pdf).structure)]
  const said = elements.filter(({ role }) => /^H\d$/u.test(role)).map((heading) => `${heading.role} ${wordsIn(heading, isApart).trim()}`)
  for (const heading of ['H1 The lights', 'H2 The lamp', 'H3 The tower', 'H1 Glossary', 'H3 Wick'])
    assert.ok(said.includes(heading), said.join())
  const contents = elements.filter(({ role }) => role === 'TOCI').map((entry) => wordsIn(entry).replace(/[^\p{L}>]+$/u, ''))
  assert.ok(contents.includes('The lights') && contents.includes('The tower'), contents.join())
  assert.ok(!contents.includes('Wick'), contents.join())
})

test('a volume by itself says which it is, and where the rest is published', async () => {
  const held = pages().filter(({ path }) => path === '/lamp/')
  const { book } = composeBook(bookSeries, held, 'https://example.org/', papers.a5, faces, 'Volume 2')
  assert.equal(book.title, 'Lamps & <lights> · Volume 2')
  assert.match(JSON.stringify(book.chapters), /"k":"url","to":"https:\/\/example\.org\/glossary\/wick\/"/u)
  const {
    files: [pdf],
  } = await compileBook({ ...composed(), book }, ['ua-1'], noPicture)
  assert.match(wordsIn(readPdf(pdf).structure), /^Lamps & <lights>\s*Volume 2/u)
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
  const part = composePart(bookSeries, lamp, undefined, papers.a4, faces)
  assert.doesNotMatch(JSON.stringify(part.book), /"to":"\/glossary/u)
  const {
    files: [pdf],
  } = await compileBook(part, ['ua-1'], noPicture)
  assert.match(pdf.toString('latin1'), /^%PDF-1\.7/u)
})

test('a book is set again where it has changed, and else taken as it was kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-books-'))
  keepResultsIn(folder, 'a program')
  try {
    const lamp = () => composePart(bookSeries, pages().find(({ path }) => path === '/lamp/') ?? assert.fail(), undefined, papers.a5, faces)
    const edited = lamp()
    const {
      files: [first],
    } = await compileBook(lamp(), ['ua-1'], noPicture)
    const {
      files: [again],
    } = await compileBook(lamp(), ['ua-1'], noPicture)
    assert.equal(readdirSync(join(folder, 'pdf')).length, 1)
    assert.ok(again.equals(first))
    const {
      files: [other],
    } = await compileBook({ ...edited, book: { ...edited.book, title: 'Another' } }, ['ua-1'], noPicture)
    assert.equal(readdirSync(join(folder, 'pdf')).length, 2)
    assert.ok(!other.equals(first))
  } finally {
    stopKeeping()
    rmSync(folder, { recursive: true })
  }
})

test('a part by itself does not change where only other parts do', () => {
  const lamp = (hash: string) => {
    const [page] = pages().filter(({ path }) => path === '/lamp/')
    const edition = { ...bookSeries.edition, hash: hash.repeat(64), shortHash: hash.repeat(7) }
    return composePart({ ...bookSeries, edition }, page ?? assert.fail(), undefined, papers.a5, faces).book
  }
  assert.deepEqual(lamp('1'), lamp('2'))
})
