import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { keepResultsIn, stopKeeping } from '../../kept-results.ts'
import type { Edition } from '../../model/series.ts'
import { finishSite } from './finish-site.ts'
import { inlineStyles } from './inline-styles.ts'

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self';">`
const page = (root: string, opened: string) =>
  `<html><head><meta charset="utf-8">${policy}<link rel="stylesheet" href="${root}_astro/a.css"><link rel="stylesheet" href="${root}_astro/b.css"></head><body><p>a</p><dialog><b>b</b></dialog><link rel="stylesheet" href="${root}_astro/later.css">${opened}</body></html>`

const things = (root: string) =>
  `<opened-styles data-href="${root}_astro/opened.css"></opened-styles><my-keys data-opened="title" data-say-title="Keys" data-say-close="Close"></my-keys><div data-apart><i lang="de">c</i> &amp; <template>d</template></div>`

const styles = {
  '_astro/a.css': 'p{background:url(x.png)}u{a:b}i{a:b}',
  '_astro/b.css': 'b{a:b}',
  '_astro/later.css': 'p{c:d}b{c:d}@media print{p{e:f}}',
  '_astro/opened.css': 'u{g:h}',
}

const folder = await mkdtemp(join(tmpdir(), 'pamphlet-'))
after(() => rm(folder, { recursive: true }))

const read = (path: string) => readFile(join(folder, path), 'utf8')

async function styled(files: Readonly<Record<string, string>>, edition?: Edition): Promise<number> {
  await rm(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries({ ...styles, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const site = pathToFileURL(`${folder}/`)
  const { pages } = await finishSite(site, { basePath: '/base/', edition })
  return inlineStyles(site, pages, edition)
}

const apartOf = async (html: string) =>
  JSON.parse(await read(/data-apart-href="\.\.\/(_astro\/opened\.[0-9a-f]{8}\.json)"/u.exec(html)?.[1] ?? 'no file'))

test('a page has the styles that it needs, and allows them by their hash', async () => {
  assert.equal(await styled({ 'one/index.html': page('../', ''), '404.html': page('/', '') }), 2)
  for (const [path, root] of [
    ['one/index.html', '../'],
    ['404.html', '/base/'],
  ] as const) {
    const html = await read(path)
    const style = `p{background:url(${root}_astro/x.png)}b{a:b}p{c:d}`
    const hash = createHash('sha256').update(style).digest('base64')
    assert.ok(html.includes(`style-src 'self' 'sha256-${hash}';"><style>${style}</style></head>`), html)
    assert.ok(html.includes(`<link rel="stylesheet" href="${root}_astro/later.css"></body>`))
  }
})

test('a page that is kept says the edition that it is of', async () => {
  const kept = await mkdtemp(join(tmpdir(), 'pamphlet-'))
  keepResultsIn(kept, 'program')
  try {
    for (const digit of ['1', '2']) {
      const hash = digit.repeat(64)
      const edition = { hash, shortHash: hash.slice(0, 7), version: '1.0', date: '2026-01-01' }
      await styled({ 'one/index.html': page('../', `<p>Edition ${edition.shortHash} (${hash})</p>`) }, edition)
      const html = await read('one/index.html')
      assert.ok(html.includes(`<style>p{background:url(../_astro/x.png)}`), html)
      assert.ok(html.includes(`<p>Edition ${edition.shortHash} (${hash})</p>`), html)
    }
  } finally {
    stopKeeping()
    await rm(kept, { recursive: true })
  }
})

test('a script that stands in the page is shortened, and allowed as it is then', async () => {
  const script = '(function (root) {\n\troot.lang = "de"\n})(document.documentElement)'
  const hashed = (text: string) => createHash('sha256').update(text).digest('base64')
  const allowed = policy.replace(`content="`, `content="script-src 'self' 'sha256-${hashed(script)}'; `)
  const data = '<script type="application/ld+json">{ "a": 1 }</script>'
  await styled({ 'one/index.html': page('../', `<script>${script}</script>${data}`).replace(policy, allowed) })
  const html = await read('one/index.html')
  const [, shown = ''] = /<script>(.*?)<\/script>/su.exec(html) ?? []
  assert.doesNotMatch(shown, /\s{2}|\n/u)
  assert.match(shown, /document\.documentElement/u)
  assert.ok(html.includes(`script-src 'self' 'sha256-${hashed(shown)}';`), html)
  assert.ok(html.includes(data))
})

test('the address of a work that a passage cites stands where paper prints it', async () => {
  const cited = '<a role="doc-biblioref" href="../a/" data-address="https://example.org/a">A</a>'
  await styled({ 'one/index.html': page('../', `<p>${cited}</p><section class="endnotes"><p>${cited}</p></section>`) })
  const html = await read('one/index.html')
  assert.ok(html.includes('<p><a role="doc-biblioref" href="../a/">A</a></p>'), html)
  assert.ok(html.includes(`<section class="endnotes"><p>${cited}</p></section>`))
})

test('what is opened has one sheet: what only previews need, what lies behind the text, and its own', async () => {
  const card = `<html><head><meta charset="utf-8">${policy}</head><body><p>e<i>c</i></p></body></html>`
  await styled({ 'one/index.html': page('../', things('../').replace(/<i.*i>/u, '')), 'two/card/index.html': card })
  const html = await read('one/index.html')
  const [, name = ''] = /data-href="\.\.\/_astro\/(opened\.[0-9a-f]{8}\.css)"/u.exec(html) ?? []
  assert.equal(await read(`_astro/${name}`), ['i{a:b}', styles['_astro/later.css'], styles['_astro/opened.css']].join('\n'))
  assert.doesNotMatch(html, /rel="stylesheet"/u)
  assert.deepEqual(
    (await readdir(join(folder, '_astro'))).filter((file) => file.endsWith('.css')),
    ['a.css', 'b.css', name],
  )
  assert.equal(await read('two/card/index.html'), card)
})

test('what is opened brings no faces: those of letters that a page has not have a sheet of their own', async () => {
  const face = '@font-face{font-family:A;src:url(a.woff2);unicode-range:U+410-44F}'
  await styled({ 'one/index.html': page('../', things('../')), '_astro/later.css': `${styles['_astro/later.css']}${face}` })
  const html = await read('one/index.html')
  const [, opened = '', letters = ''] = /data-href="\.\.\/([^"]+)" data-letters-href="\.\.\/([^"]+)"/u.exec(html) ?? []
  assert.doesNotMatch(await read(opened), /@font-face/u)
  assert.equal(await read(letters), face)
})

test('words and content that are wanted only once something is opened lie beside the page', async () => {
  await styled({ 'one/index.html': page('../', things('../')), 'two/index.html': page('../', things('../')) })
  const html = await read('one/index.html')
  assert.equal(html, await read('two/index.html'))
  assert.match(html, /<my-keys data-say-title="Keys"><\/my-keys><div data-apart><\/div>/u)
  assert.deepEqual(await apartOf(html), {
    words: { 'my-keys': { close: 'Close' } },
    contents: [[['i', { lang: 'de' }, ['c']], ' & ', ['template', {}, ['d']]]],
  })
})

test('what is of one page alone lies in a file of its own, and leaves what pages have in common the same', async () => {
  const own = (title: string) => `<form data-apart="alone"><b>${title}</b></form>`
  await styled({ 'one/index.html': page('../', things('../') + own('one')), 'two/index.html': page('../', things('../') + own('two')) })
  const files = (html: string) => [...html.matchAll(/data-apart-href="\.\.\/([^"]+)"/gu)].map(([, path = '']) => path)
  const [[common, one = ''], [other, two = '']] = [files(await read('one/index.html')), files(await read('two/index.html'))]
  assert.equal(common, other)
  assert.deepEqual(JSON.parse(await read(one)).contents, [[['b', {}, ['one']]]])
  assert.deepEqual(JSON.parse(await read(two)).contents, [[['b', {}, ['two']]]])
})

test('an element that is there for such words alone comes with them', async () => {
  await styled({ 'one/index.html': page('../', `${things('../')}<my-notes hidden="true" data-opened data-say-save="Save"></my-notes>`) })
  const html = await read('one/index.html')
  assert.doesNotMatch(html, /my-notes/u)
  assert.deepEqual((await apartOf(html)).words['my-notes'], { save: 'Save' })
})

test('words of what lies beside the page itself are said once', async () => {
  const form = '<form data-apart><my-keys data-opened="title" data-say-title="Keys" data-say-close="Close" hidden></my-keys></form>'
  await styled({ 'one/index.html': page('../', things('../').replace(/<my-keys.*?<\/my-keys>/u, form)) })
  const html = await read('one/index.html')
  const { words, contents } = await apartOf(html)
  assert.doesNotMatch(html, /my-keys/u)
  assert.deepEqual(contents[0], [['my-keys', { 'data-say-title': 'Keys', hidden: '' }, []]])
  assert.deepEqual(words, { 'my-keys': { close: 'Close' } })
})
