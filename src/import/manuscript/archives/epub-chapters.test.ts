import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { buildSeries } from '../../../series/build-series.ts'
import { importManuscript } from '../import-manuscript.ts'
import { chaptersInEpub } from './read-epub.ts'

const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }
const page = (body: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`
const prose = (words: number) => `<p>${'The lamp was lit and the keeper wrote it down again. '.repeat(words / 11)}</p>`
const mark = (n: number) => `<a epub:type="noteref" href="notes.xhtml#n${n}" id="r${n}">${n}</a>`
const note = (n: number, chapter: string, text: string) =>
  `<aside epub:type="footnote" id="n${n}"><p>${text} <a href="${chapter}.xhtml#r${n}">↩</a></p></aside>`

const files = (words: number, contents: string): Record<string, string> => ({
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="book/book.opf"/></rootfiles></container>',
  'book/cover.xhtml': page('<h1>The cover</h1>'),
  'book/one.xhtml': page(`<h1>The oil</h1>${prose(words)}<p>It came in tuns.${mark(1)}</p>`),
  'book/one-more.xhtml': page(`${prose(words)}<h2>The price</h2><p>It was dear.${mark(2)}</p>`),
  'book/two.xhtml': page(`<h1>The wick &amp; the fog</h1>${prose(words * 2)}<p>It was trimmed.${mark(3)}</p>`),
  'book/notes.xhtml': page(
    `<h1>Notes</h1>${note(1, 'one', 'A tun is a cask of oil.')}${note(2, 'one-more', 'The books of the guild.')}${note(3, 'two', 'Each night, says the log.')}`,
  ),
  'book/toc.xhtml': page(contents),
  'book/toc.ncx': `<ncx><navMap>${['cover', 'one', 'two', 'notes'].map((name) => `<navPoint id="${name}"><navLabel><text>${{ one: 'The oil', two: 'The wick &amp; the fog' }[name] ?? name}</text></navLabel><content src="${name}.xhtml"/></navPoint>`).join('')}</navMap></ncx>`,
})
const nav =
  '<nav epub:type="toc"><ol><li><a href="cover.xhtml">Cover</a></li><li><a href="one.xhtml">The oil</a><ol><li><a href="one-more.xhtml#p">The price</a></li></ol></li><li><span>At last</span><ol><li><a href="two.xhtml#top">The wick &amp; <i>the</i> fog</a></li></ol></li><li><a href="notes.xhtml">Notes</a></li></ol></nav>'

function book(words: number, isOld: boolean): Uint8Array {
  const item = (name: string) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`
  const spine = ['cover', 'one', 'one-more', 'two', 'notes']
  const contents = isOld
    ? '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    : '<item id="toc" href="toc.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
  const opf = `<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Of lamps</dc:title></metadata><manifest>${contents}${spine.map(item).join('')}</manifest><spine>${spine.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`
  const all = { ...files(words, nav), 'book/book.opf': opf }
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])))
}

for (const [version, isOld] of [
  ['EPUB 3', false],
  ['EPUB 2', true],
] as const)
  test(`each chapter of a book becomes a part with its own notes: ${version}`, async () => {
    const bytes = book(1100, isOld)
    const { titles, others } = chaptersInEpub(bytes)
    assert.deepEqual([titles, others.length], [['The oil', 'The wick & the fog'], 2])
    const parts = []
    for (const chapter of [0, 1]) parts.push(await importManuscript({ path: 'a.epub', bytes }, [series], [], { chapter }))
    assert.deepEqual(
      parts.map(({ part, title, counts }) => [part, title, counts?.notes]),
      [
        ['the-oil', 'The oil', 2],
        ['the-wick-the-fog', 'The wick & the fog', 1],
      ],
    )
    const [one = '', two = ''] = parts.map(({ written }) => written.find(({ path }) => path.startsWith('parts/'))?.text)
    assert.match(
      one,
      /^## The price\n\nIt was dear\.\[\^([\w-]+)\]\n\n\[\^[\w-]+\]: A tun is a cask of oil\.\n\n\[\^\1\]: The books of the guild\.\n$/mu,
    )
    assert.match(two, /It was trimmed\.\[\^([\w-]+)\]\n\n\[\^\1\]: Each night, says the log\.\n$/u)
    assert.doesNotMatch(one + two, /The cover|end of chapter|^## Notes/mu)
    const written = [series, { path: 'parts/one.mdx', text: one }, { path: 'parts/two.mdx', text: two }]
    assert.deepEqual(
      buildSeries(written).diagnostics.filter(({ severity }) => severity === 'error'),
      [],
    )
  })

test('a book of short chapters is one text in sections', async () => {
  const bytes = book(110, false)
  assert.deepEqual(chaptersInEpub(bytes).titles, [])
  assert.equal((await importManuscript({ path: 'a.epub', bytes }, [series], [], {})).counts?.notes, 3)
})
