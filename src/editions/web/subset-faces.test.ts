import assert from 'node:assert/strict'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { create } from 'fontkitten'
import { finishSite } from './finish-site.ts'
import { subsetFaces } from './subset-faces.ts'

const { resolve } = createRequire(import.meta.url)
const face = (script: string, range: string) =>
  `@font-face{font-family:Vollkorn;src:url(/_astro/${script}.AAAAAAAA.woff2) format("woff2");unicode-range:${range}}`
const css = face('latin', 'U+0-FF') + face('latin-ext', 'U+100-2BA') + face('cyrillic', 'U+400-45F')

const policy = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'">`

/** The weights of the files that a page in a language gets of a face, by script. */
async function weightsIn(language: string, text: string): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'pamphlet-'))
  try {
    await mkdir(join(folder, '_astro'))
    for (const script of ['latin', 'latin-ext', 'cyrillic'])
      await copyFile(
        resolve(`@fontsource-variable/vollkorn/files/vollkorn-${script}-wght-normal.woff2`),
        join(folder, `_astro/${script}.AAAAAAAA.woff2`),
      )
    await writeFile(join(folder, '_astro/style.AAAAAAAA.css'), css)
    await writeFile(join(folder, 'index.html'), `<html><head>${policy}</head><body>${text}</body></html>`)
    const site = pathToFileURL(`${folder}/`)
    const { pages } = await finishSite(site, { basePath: '/' })
    await subsetFaces(site, pages, undefined, {}, { language })
    const files = (await readdir(join(folder, '_astro'))).filter((file) => /^(?!rest-).*woff2$/u.test(file))
    const weights = files.map(async (file) => {
      const font = create(await readFile(join(folder, '_astro', file)))
      return [file.split('.')[0], 'variationAxes' in font ? font.variationAxes.wght?.max : undefined] as const
    })
    return Object.fromEntries(await Promise.all(weights))
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('the letters of the series’ language are there in bold, those of others in one weight', async () => {
  assert.deepEqual(await weightsIn('en', 'Łódź Огонь'), { latin: 700, 'latin-ext': undefined, cyrillic: undefined })
  assert.deepEqual(await weightsIn('ru', 'Łódź Огонь'), { latin: 700, 'latin-ext': undefined, cyrillic: 700 })
  assert.deepEqual(await weightsIn('pl', 'Łódź Огонь'), { latin: 700, 'latin-ext': 700, cyrillic: undefined })
})

test('faces have what the pages show; other Latin letters are there for who types them, other scripts only where they are used', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pamphlet-'))
  try {
    await mkdir(join(folder, '_astro'))
    for (const script of ['latin', 'latin-ext', 'cyrillic'])
      await copyFile(
        resolve(`@fontsource-variable/vollkorn/files/vollkorn-${script}-wght-normal.woff2`),
        join(folder, `_astro/${script}.AAAAAAAA.woff2`),
      )
    await writeFile(join(folder, '_astro/style.AAAAAAAA.css'), css)
    await writeFile(
      join(folder, 'index.html'),
      `<html lang="en"><head>${policy}<link rel="stylesheet" href="/_astro/style.AAAAAAAA.css"></head><body>Łódź</body></html>`,
    )
    const site = pathToFileURL(`${folder}/`)
    await subsetFaces(site, (await finishSite(site, { basePath: '/' })).pages)
    const files = await readdir(join(folder, '_astro'))
    const kinds = files.map((file) => file.replace(/\.[\da-f]{8}\./u, '.')).sort()
    assert.deepEqual(kinds, ['latin-ext.woff2', 'latin.woff2', 'rest-latin-ext.AAAAAAAA.woff2', 'rest-latin.AAAAAAAA.woff2', 'style.css'])
    const sizes = await Promise.all(
      files.filter((file) => /^latin/u.test(file)).map(async (file) => (await stat(join(folder, '_astro', file))).size),
    )
    assert.ok(Math.max(...sizes) < 30_000, `${sizes}`)
    const sheet = files.find((file) => file.endsWith('.css')) ?? ''
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    assert.ok(html.includes(`href="_astro/${sheet}"`))
    assert.ok(html.includes('data-letters="Ł"'))
    assert.match(
      await readFile(join(folder, '_astro', sheet), 'utf8'),
      /url\(\/_astro\/latin-ext\.[\da-f]{8}\.woff2\) format\("woff2"\);unicode-range:U\+141,U\+17A\}/u,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})
