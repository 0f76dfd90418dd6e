import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookPages, bookSeries, bookStyles, formulas, setApart } from '../../testing/book-pages.ts'
import { makeBookPage } from '../book-page.ts'
import { readDrawingStyles } from '../drawing-styles.ts'
import { textOfPage } from './write-texts.ts'

const text = textOfPage(
  makeBookPage(bookPages['/lamp/'] ?? '', '/lamp/', readDrawingStyles(bookStyles), 64),
  bookSeries,
  'https://example.org/',
)

test('a page is Markdown with its notes as footnotes, each once', () => {
  assert.match(text, /^---\ntitle: "The lamp"\nseries: "Lamps & <lights>"/u)
  assert.match(text, /^## The tower\[\^in-heading\]$/mu)
  assert.equal([...text.matchAll(/\[\^again\](?!:)/gu)].length, 2)
  assert.equal([...text.matchAll(/^\[\^[\w-]+\]: /gmu)].length, 4)
  assert.match(text, /^\[\^again\]: Referred to twice, and to a note\.\[\^by-note\]$/mu)
})

test('tables, links and the words of drawings are there, controls are not', () => {
  assert.match(text, /\| Oil\[\^in-table\]\s*\|/u)
  assert.match(text, /\[wick\]\(\.\.\/glossary\/wick\/\)/u)
  assert.match(text, /Nights of oil/u)
  assert.doesNotMatch(text, /↩|PDF|<a/u)
})

test('lines of verse stay lines, moved in; what repeats the text is left out', () => {
  const html = (bookPages['/lamp/'] ?? '').replace('<div class="text">', `<div class="text">${setApart}`)
  const set = textOfPage(makeBookPage(html, '/lamp/', readDrawingStyles(bookStyles), 64), bookSeries, undefined)
  assert.match(set, /^One dry year,\\\n\u00a0{4}and a wet one\.\n\nThen none\.\n\nA lock\n\nTwo gates\.$/mu)
  assert.doesNotMatch(set, /a wet year/u)
})

test('a formula is TeX between dollars', () => {
  const html = (bookPages['/lamp/'] ?? '').replace('<div class="text">', `<div class="text">${formulas}`)
  const set = textOfPage(makeBookPage(html, '/lamp/', readDrawingStyles(bookStyles), 64), bookSeries, undefined)
  assert.match(set, /^A boat of \$\$t\$\$ tons\.\n\n\$\$\n\\sum_\{i=1\}\^n \\frac\{a\}\{b\} \\le \\sqrt\[3\]\{x\}\n\$\$$/mu)
})

test('what would be markup in Markdown is not', () => {
  assert.match(text, /\\\[x\]/u)
})
