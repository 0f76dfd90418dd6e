import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookPages, bookSeries, bookStyles } from '../../testing/book-pages.ts'
import { makeBookPage } from '../book-page.ts'
import { readDrawingStyles } from '../drawing-styles.ts'
import { compileBook } from './compile.ts'
import { composePart } from './compose-book.ts'
import { papers } from './paper.ts'
import { readFaces } from './scripts.ts'

const faces = await readFaces('en')
const styles = readDrawingStyles(bookStyles)

/** On which page each place of a small page begins, by its id. @param notes items of the list of notes */
async function pagesOf(text: string, notes = ''): Promise<ReadonlyMap<string, number>> {
  const whole = /<div class="text">.*<\/ol><\/section>/su
  const html = (bookPages['/lamp/'] ?? '').replace(
    whole,
    `<div class="text">${text}</div><section role="doc-endnotes"><ol>${notes}</ol></section>`,
  )
  const part = composePart(bookSeries, makeBookPage(html, '/lamp/', styles, 64), undefined, papers.a5, faces)
  const { places } = await compileBook(part, ['ua-1'], () => Promise.reject(new Error('no pictures')))
  return new Map(places.map(([place, page]) => [place.replace(/^.*#/u, ''), page]))
}

const words = (count: number) => 'Oil burns slowly in a tall lamp. '.repeat(count)
const paragraph = (id: string, count: number) => `<p id="${id}">${words(count)}</p>`
const tall = (id: string) =>
  `<figure class="chart" id="${id}"><figcaption><strong>Nights</strong></figcaption><svg viewBox="0 0 480 620" width="480" height="620" role="img" aria-label="Nights"><rect width="480" height="620"></rect></svg></figure>`
const small = (id: string) => tall(id).replaceAll('620', '60')
const table = '<table><tbody><tr><td>Oil</td><td>Wicks</td></tr></tbody></table>'
const counts = [...Array(12).keys()]

test('the name of an entry stays with what is said of it, and so does its name in another language', async () => {
  const entries = counts
    .flatMap((i) => [i, i + 20, i + 40])
    .map((i) => `<li><h2 id="name-${i}">Lamp</h2><p class="native" lang="ru">Лампа</p>${paragraph(`said-${i}`, 3 + (i % 7))}</li>`)
  const pages = await pagesOf(`<ol class="place-entries">${entries.join('')}</ol>`)
  const left = [...pages.keys()].filter((id) => id.startsWith('name-') && pages.get(id) !== pages.get(id.replace('name', 'said')))
  assert.ok((pages.get('said-51') ?? 0) > 4)
  assert.deepEqual(left, [])
})

test('a heading stays with the drawing below it, where no text stands behind that', async () => {
  const text = counts.map(
    (i) => `${paragraph(`p-${i}`, 18 + i * 3)}<h2 id="over-${i}">Nights</h2>${tall(`drawn-${i}`)}${table}${paragraph(`q-${i}`, 9)}`,
  )
  const pages = await pagesOf(text.join(''))
  assert.deepEqual(
    counts.filter((i) => pages.get(`over-${i}`) !== pages.get(`drawn-${i}`)),
    [],
  )
})

test('a drawing is made smaller for the notes at the foot of its page, and leaves no page half empty', async () => {
  const reference = `<sup class="reference"><a role="doc-noteref" href="#note-long" id="ref-long-1">9</a></sup>`
  const note = `<li id="note-long" value="9"><p>${words(27)}</p></li>`
  const pages = await pagesOf(`<p id="p-n1">${words(3)}${reference}</p>${tall('drawn')}`, note)
  assert.equal(pages.get('drawn'), pages.get('p-n1'))
})

test('a drawing in a note stands in its note', async () => {
  const reference = `<sup class="reference"><a role="doc-noteref" href="#note-long" id="ref-long-1">9</a></sup>`
  const note = `<li id="note-long" value="9"><p>${words(3)}</p><blockquote>${small('in-note')}</blockquote><p id="behind">${words(3)}</p></li>`
  const pages = await pagesOf(`<p id="p-n1">${words(3)}${reference}</p>${paragraph('last', 4)}${tall('in-text')}`, note)
  assert.deepEqual([pages.get('in-note'), pages.get('behind')], [pages.get('p-n1'), pages.get('p-n1')])
})

test('a row of a table is not broken where a page ends', async () => {
  const rows = counts
    .flatMap((i) => [i, i + 20, i + 40])
    .map((i) => {
      const cell = (id: string) => `<td><p id="${id}">${words(1)}</p><p id="${id}-end">${words(1 + (i % 3))}</p></td>`
      return `<tr>${cell(`cell-${i}`)}${cell(`beside-${i}`)}</tr>`
    })
  const pages = await pagesOf(`<div class="table"><table><tbody>${rows.join('')}</tbody></table></div>`)
  const broken = [...pages.keys()].filter(
    (id) => id.startsWith('cell-') && !id.endsWith('-end') && pages.get(id) !== pages.get(`${id}-end`),
  )
  assert.ok((pages.get('cell-51') ?? 0) > 2)
  assert.deepEqual(broken, [])
})
