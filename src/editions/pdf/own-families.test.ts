import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { OwnFace } from '../../model/faces.ts'
import { bookPages, bookSeries, bookStyles } from '../../testing/book-pages.ts'
import { readPdf } from '../../testing/pdf/read-pdf.ts'
import { makeBookPage } from '../book-page.ts'
import { readDrawingStyles } from '../drawing-styles.ts'
import { compileBook } from './compile.ts'
import { composeBook } from './compose-book.ts'
import { papers } from './paper.ts'
import { readFaces } from './scripts.ts'

const { resolve } = createRequire(import.meta.url)
const metrics = { ascent: 0.9, descent: 0.3, capitals: 0.65, widths: [] }

test('a book is set in a family of one’s own, variable and cut by script, and what that lacks in the one that ships', async () => {
  const cuts = { latin: 'U+0-FF', cyrillic: 'U+400-45F' }
  const own: OwnFace = {
    role: 'text',
    family: 'Lamp Light',
    files: Object.entries(cuts).map(([script, range]) => ({
      path: `@fontsource-variable/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-${script}-wght-normal.woff2`,
      isItalic: false,
      weights: [1, 1000],
      axis: [1, 1000],
      range,
    })),
    roman: metrics,
  }
  const faces = await readFaces('en', { faces: [own], read: async (path) => readFileSync(resolve(path)) })
  assert.equal(faces.own.text.length, 2)
  const pages = Object.entries(bookPages).map(([path, html]) => makeBookPage(html, path, readDrawingStyles(bookStyles), 64))
  const book = composeBook(bookSeries, pages, undefined, papers.a5, faces)
  const {
    files: [pdf],
  } = await compileBook(book, ['ua-1'], () => Promise.reject(new Error('no pictures')))
  const printed = readPdf(pdf).faces
  assert.ok(printed.includes('LampLight-Regular') && printed.includes('LampLight-Bold'), printed.join())
  assert.ok(printed.includes('Vollkorn-Italic') && !printed.includes('Vollkorn-Bold'), printed.join())
})
