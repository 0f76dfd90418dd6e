import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { inlineStyles } from './inline-styles.ts'

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self';">`
const page = (root: string) =>
  `<html><head>${policy}<link rel="stylesheet" href="${root}_astro/a.css"><link rel="stylesheet" href="${root}_astro/b.css"></head><body><p>a</p><dialog><b>b</b></dialog><link rel="stylesheet" href="${root}_astro/later.css"></body></html>`

const site = {
  'one/index.html': page('../'),
  '404.html': page('/base/'),
  'two/card/index.html': `<html><head>${policy}</head><body><i>c</i></body></html>`,
  '_astro/a.css': 'p{background:url(x.png)}u{a:b}i{a:b}',
  '_astro/b.css': 'b{a:b}',
  '_astro/later.css': 'p{c:d}b{c:d}@media print{p{e:f}}',
}

test('a page has the styles that it and the cards need, and allows them by their hash; what is opened later comes later', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pamphlet-'))
  try {
    for (const [path, text] of Object.entries(site)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    assert.equal(await inlineStyles(pathToFileURL(`${folder}/`)), 2)
    for (const [path, root] of [
      ['one/index.html', '../'],
      ['404.html', '/base/'],
    ] as const) {
      const html = await readFile(join(folder, path), 'utf8')
      const style = `p{background:url(${root}_astro/x.png)}i{a:b}b{a:b}p{c:d}`
      const hash = createHash('sha256').update(style).digest('base64')
      assert.ok(html.includes(`style-src 'self' 'sha256-${hash}';"><style>${style}</style></head>`), html)
      assert.ok(html.includes(`<link rel="stylesheet" href="${root}_astro/later.css"></body>`))
    }
    assert.equal(await readFile(join(folder, 'two/card/index.html'), 'utf8'), site['two/card/index.html'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
