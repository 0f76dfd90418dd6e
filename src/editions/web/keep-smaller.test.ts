import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { keepSmaller } from './keep-smaller.ts'

const sizes = {
  'a.avif': 10,
  'a2.avif': 30,
  'a.webp': 20,
  'a2.webp': 60,
  'a.jpeg': 50,
  'b.avif': 90,
  'b.webp': 40,
  'b.png': 40,
  'original.jpg': 99,
  'style.svg': 1,
  'in%20css.png': 1,
}
const source = (type: string, ...files: string[]) =>
  `<source type="image/${type}" srcset="${files.map((file, i) => `/_astro/${file} ${i + 1}w`).join(', ')}">`

test('a form of a picture stays where it saves bytes, and a picture that nothing names goes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pamphlet-'))
  try {
    await mkdir(join(folder, '_astro'))
    for (const [name, size] of Object.entries(sizes)) await writeFile(join(folder, '_astro', decodeURI(name)), 'x'.repeat(size))
    await writeFile(join(folder, '_astro/style.css'), 'a{background:url(/_astro/style.svg)}b{background:url(/_astro/in%20css.png)}')
    const a = `<picture>${source('avif', 'a.avif', 'a2.avif')}${source('webp', 'a.webp', 'a2.webp')}<img src="/_astro/a.jpeg"></picture>`
    const b = `<picture>${source('avif', 'b.avif')}${source('webp', 'b.webp')}<img src="/_astro/b.png"></picture>`
    await writeFile(join(folder, 'index.html'), a + b)
    await keepSmaller(pathToFileURL(`${folder}/`))
    const kept =
      a.replace(source('webp', 'a.webp', 'a2.webp'), '') + b.replace(source('avif', 'b.avif'), '').replace(source('webp', 'b.webp'), '')
    assert.equal(await readFile(join(folder, 'index.html'), 'utf8'), kept)
    assert.deepEqual((await readdir(join(folder, '_astro'))).sort(), [
      'a.avif',
      'a.jpeg',
      'a2.avif',
      'b.png',
      'in css.png',
      'style.css',
      'style.svg',
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
