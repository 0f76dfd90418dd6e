import { type PublishedSeries, publishedSeriesSchema, seriesFormat } from '../model/published-series.ts'

const note = (id: string, number: number) => ({
  id,
  number,
  href: `/lamp/#note-${id}`,
  text: id,
  certainty: [],
  references: [
    { id: `ref-${id}-1`, ordinal: 1, place: { kind: 'paragraph', href: '/lamp/#p-a1', label: 'Part 1, ¶ 1', part: 1 }, excerpt: 'A lamp.' },
  ],
})

/** A series of one part with hard notes and one term, as far as books ask for it. */
export const bookSeries: PublishedSeries = publishedSeriesSchema.parse({
  $schema: 'series.schema.json',
  format: seriesFormat,
  title: 'Lamps & <lights>',
  slug: 'lamps',
  language: 'en-GB',
  description: 'Of lamps.',
  authors: [{ family: 'Roe', given: 'Ada' }],
  byline: 'Ada Roe',
  rights: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'citation-style': 'chicago-notes',
  follows: [],
  parts: [
    {
      slug: 'lamp',
      number: 1,
      title: 'The lamp',
      description: 'A lamp.',
      href: '/lamp/',
      sections: [{ id: '1917', title: 'The tower', level: 2 }],
      notes: [note('in-heading', 1), note('in-table', 2), note('again', 3), note('by-note', 4)],
      published: '2026-01-01',
      revisions: [],
      citeAs: [],
      words: 10,
      minutes: 1,
      paragraphs: [],
      citations: [],
      clusters: [],
      dates: [],
    },
  ],
  'related-words': [],
  'searched-with': [],
  edition: { version: '1.0', date: '2026-01-01', hash: '0'.repeat(64), shortHash: '0'.repeat(7) },
  ...Object.fromEntries(
    ['sources', 'terms', 'events', 'pages', 'places', 'charts', 'retiredPlaces', 'retiredPages'].map((name) => [name, []]),
  ),
})

const reference = (id: string, number: number, ordinal = 1) =>
  `<sup class="reference"><a role="doc-noteref" href="#note-${id}" id="ref-${id}-${ordinal}">${number}</a></sup>`

const item = (id: string, number: number, text: string) =>
  `<li id="note-${id}" value="${number}"><p>${text}</p><p class="backlinks"><a role="doc-backlink" href="#ref-${id}-1" aria-label="Back">↩</a></p></li>`

const page = (main: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>x</title></head><body><main id="main" tabindex="-1">${main}</main></body></html>`

/** The pages of it as the site has them, by path. */
export const bookPages: Readonly<Record<string, string>> = {
  '/': page(
    `<header class="cover"><h1>Lamps &amp; &lt;lights&gt;</h1></header><div class="page"><div class="introduction"><p id="p-i1">Read <a href="lamp/#p-a1">on</a>.</p></div><h2>The parts</h2><keep-offline><button>Save</button></keep-offline></div>`,
  ),
  '/lamp/':
    page(`<article><header class="part-header"><h1>The lamp</h1><p class="meta" data-online><a href="lamp.pdf">PDF</a></p></header><margin-notes><div class="text">
<p id="p-a1" data-paragraph="1">A <a role="doc-glossref" href="../glossary/wick/">wick</a>, <a href="../notes/">all notes</a> and Φάρος ζ 灯.${reference('again', 3)}</p>
<h2 id="1917">The tower${reference('in-heading', 1)}</h2>
<p id="p-a2" data-paragraph="2">Again${reference('again', 3, 2)} and <i lang="ru-Latn">lampa</i> #show [x] $y$ \\ “z”.</p>
<div class="table"><table id="p-a3" data-paragraph="3"><thead><tr><th>Oil${reference('in-table', 2)}</th></tr></thead><tbody><tr><td>Much</td></tr></tbody></table></div>
<figure class="chart"><figcaption><strong>Nights</strong><span class="legend"><span class="key share-0">Oil</span></span></figcaption><svg class="wide" viewBox="0 0 64 30" width="64" height="30" role="img" aria-labelledby="c1"><title id="c1">Nights of oil</title><rect class="share share-0" width="9" height="9"></rect></svg><svg class="narrow" viewBox="0 0 32 30" width="32" height="30" role="img" aria-labelledby="c2"><title id="c2">Nights of oil</title><rect class="share share-0" width="5" height="9"></rect></svg><details><summary>Data</summary><p>Nine nights.</p></details></figure>
</div><section role="doc-endnotes" aria-labelledby="doc-endnotes"><h2 id="doc-endnotes">Notes</h2><ol>${item('in-heading', 1, 'Of the heading.')}${item('in-table', 2, 'Of the table.')}${item('again', 3, `Referred to twice, and to a note.${reference('by-note', 4)}`)}${item('by-note', 4, 'See <a href="https://example.org/lamps">a list</a>.')}</ol></section></margin-notes></article>`),
  '/glossary/': page(
    `<header><h1>Glossary</h1></header><div class="page"><div role="doc-glossary"><section aria-labelledby="concept"><h2 id="concept">Ideas</h2><ul class="term-list"><li><a href="wick/">Wick</a></li></ul></section></div></div>`,
  ),
  '/glossary/wick/': page(
    `<header><h1>Wick</h1></header><div class="page"><div class="definition"><p id="p-w1">What burns.</p></div><h2 id="mentions">Mentioned</h2><ol class="places"><li><a href="../../lamp/#p-a1">Part 1</a></li></ol></div>`,
  ),
}

/** A verse, a box and words that are repeated, as the site has them. */
export const setApart = `<div class="verse" id="p-v1" data-paragraph="9"><p class="stanza"><span class="line">One dry year,<br>
</span><span class="line indent-2">and a wet one.</span></p><p class="stanza"><span class="line">Then none.</span></p></div><aside class="aside" role="note" id="p-b1" data-paragraph="10" aria-label="A lock"><p class="aside-title">A lock</p><p>Two gates.</p></aside><div class="pull-quote" aria-hidden="true" data-pagefind-ignore><p>a wet year</p></div>`

/** Formulas as the site has them, in a line and by themselves. */
export const formulas = `<p id="p-m1" data-paragraph="11">A boat of <math alttext="t"><mi>t</mi></math> tons.</p><div class="formula" id="p-m2" data-paragraph="12"><math display="block" alttext="\\sum_{i=1}^n \\frac{a}{b} \\le \\sqrt[3]{x}"><mrow><munderover><mo movablelimits="false">∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mo fence="true" form="prefix">(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo fence="true" form="postfix">)</mo><mo>≤</mo><mroot><mi>x</mi><mn>3</mn></mroot><mi>sin</mi><mi>ℒ</mi><mi>Ж</mi><mo>\u2061</mo><msup><mi>x</mi><mn>2</mn></msup><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mtext>else маяк</mtext></mtd></mtr></mtable><mo></mo></mrow></math></div>`

/** As much of the site’s style sheet as their drawing needs. */
export const bookStyles =
  '@layer tokens{:root{--red:light-dark(#a31515,#ff9c85);--share:var(--red)}}@layer furniture{.chart>.wide{display:none}@media (width>=44rem),print{.chart>.wide{display:block}.chart>.narrow{display:none}}.chart .share-0{--share:color-mix(in oklab,var(--red) 50%,#fff)}.chart rect.share{fill:var(--share);stroke-width:2px}.chart rect:hover{fill:#00f}}'
