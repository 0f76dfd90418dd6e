import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { embedFaces } from './subset-faces.ts'

const { resolve } = createRequire(import.meta.url)
const face = pathToFileURL(resolve('@fontsource-variable/vollkorn/files/vollkorn-latin-wght-normal.woff2'))
const rule = (range: string) => `@font-face{font-family:A;src:url("${face.href.split('/').at(-1)}") format("woff2");unicode-range:${range}}`

test('a face is embedded with the characters that are needed, and is smaller for it', async () => {
  const css = await embedFaces(`${rule('U+0-FF')}p{color:red}`, face, 'Aä')
  const [, base64 = ''] = /url\(data:font\/woff2;base64,([^)]+)\) format\("woff2"\)/u.exec(css) ?? []
  const bytes = Buffer.from(base64, 'base64')
  assert.equal(bytes.subarray(0, 4).toString(), 'wOF2')
  assert.ok(bytes.length > 5_000 && bytes.length < 40_000, `${bytes.length}`)
  assert.ok(css.endsWith('p{color:red}'))
})

test('a face of which nothing is needed is left out', async () => {
  assert.equal(await embedFaces(`${rule('U+400-4FF')}p{}`, face, 'A'), 'p{}')
})
