import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composePage } from './compose-page.ts'

const frame = `<html><head><link rel="stylesheet" href="/_astro/all.css"></head><body><main><div class="beside"><div class="pair">
<p class="side-name" lang="en" dir="ltr">English</p><p class="side-name" lang="ar" dir="rtl">العربية</p></div></div></main></body></html>`

const page = (title: string, text: string, head = '') =>
  `<html><head>${head}</head><body><h1>${title}</h1><margin-notes class="part-text"><div class="text">${text}</div>
<section class="endnotes"><ol><li id="note-oil"><p>A note.</p></li></ol></section></margin-notes></body></html>`

const composed = (original: string, translation: string, head = '') =>
  composePage({
    frame,
    original: page('The lamp & <i>oil</i>', original),
    translation: page('المصباح', translation, head),
    part: '/one/',
    up: '../../../',
  })

const sideOf = (html: string, side: 'original' | 'translation') => new RegExp(`data-side="${side}"[^>]*>(.*?)</div>`, 'su').exec(html)?.[1]

test('a paragraph and its translation stand in a row, each in its language and direction, below their titles', () => {
  const { html } = composed('<p id="p-a">Oil.</p>', '<p id="p-a">زيت.</p>')
  assert.match(html, /lang="en" dir="ltr">English <cite>The lamp &amp; oil<\/cite>/u)
  assert.match(html, /lang="ar" dir="rtl">العربية <cite>المصباح<\/cite>/u)
  assert.match(
    html,
    /<div class="pair"><div class="text" data-side="original" lang="en" dir="ltr"><p id="original-p-a">Oil\.<\/p><\/div><div class="text" data-side="translation" lang="ar" dir="rtl"><p id="p-a">زيت\.<\/p><\/div><\/div>/u,
  )
  assert.ok(!html.includes('A note.'))
})

test('links of each lead to the pages of its own language, and to what stands on the page itself', () => {
  const original =
    '<p id="p-a"><a href="#note-oil">1</a><a href="#p-a">here</a><a href="../glossary/oil/">oil</a><a href="https://a.test/">out</a></p>'
  const translation = '<p id="p-a"><a href="#note-oil">1</a><a href="#p-a">here</a><a href="/glossary/oil/">oil</a></p>'
  const { html } = composed(original, translation)
  const linksOf = (side: 'original' | 'translation') => [...(sideOf(html, side) ?? '').matchAll(/href="([^"]*)"/gu)].map(([, href]) => href)
  assert.deepEqual(linksOf('original'), ['../../../one/#note-oil', '#original-p-a', '../../../glossary/oil/', 'https://a.test/'])
  assert.deepEqual(linksOf('translation'), ['/one/#note-oil', '#p-a', '/glossary/oil/'])
})

test('no id stands twice, and what names one names that of its side', () => {
  const figure = `<figure id="p-a"><span class="former" id="p-z"></span><svg aria-labelledby="t d" fill="url(#g)"><title id="t">x</title><desc id="d">y</desc></svg></figure>`
  const { html } = composed(figure, figure)
  const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.match(sideOf(html, 'original') ?? '', /aria-labelledby="original-t original-d" fill="url\(#original-g\)"/u)
})

test('pictures of the original are those of the site that the page is on, and are told', () => {
  const picture = '<figure id="p-a"><img src="../_astro/a%20b.png" srcset="../_astro/a.png 1x, ../_astro/c.png 2x"></figure>'
  const { html, files } = composed(picture, '<p id="p-b">–</p>')
  assert.match(html, /src="\/_astro\/a%20b\.png" srcset="\/_astro\/a\.png 1x, \/_astro\/c\.png 2x"/u)
  assert.deepEqual(files.toSorted(), ['/_astro/a b.png', '/_astro/a.png', '/_astro/c.png'])
})

test('what is run on a part’s page is left there, and its style sheets come along once', () => {
  const text = '<p id="p-a">Oil.</p><script type="module" src="/_astro/a.js"></script>'
  const sheets = '<link rel="stylesheet" href="/_astro/all.css"><link rel="stylesheet" href="/_astro/part.css">'
  const { html } = composed(text, text, sheets)
  assert.ok(!html.includes('<script'))
  assert.deepEqual(
    [...html.matchAll(/<link[^>]*href="([^"]*)"/gu)].map(([, href]) => href),
    ['/_astro/all.css', '/_astro/part.css'],
  )
})

test('a page without a text is refused', () => {
  assert.throws(() => composePage({ frame, original: frame, translation: frame, part: '/one/', up: '../../../' }), /has no text/u)
})

test('what is hidden is written as on the pages, and a text that says so is left', () => {
  const text = '<p id="p-a">In <code>&lt;i hidden=""></code> <span hidden class="new-style">(1 March)</span></p>'
  const { html } = composed(text, text)
  assert.match(sideOf(html, 'original') ?? '', /&lt;i hidden=""&gt;<\/code> <span hidden class="new-style">/u)
})
