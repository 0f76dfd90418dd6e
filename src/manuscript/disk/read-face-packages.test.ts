import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { digestOf } from '../files.ts'
import { readPackagedFaces, weightsFor } from './read-face-packages.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pamphlet-faces-')))
after(() => rmSync(folder, { recursive: true }))
const manuscript = join(folder, 'series/texts')
const files = join(dirname(createRequire(fileURLToPath(import.meta.url)).resolve('@fontsource/vollkorn/package.json')), 'files')

const lamp = { id: 'lamp', family: 'Lamp', defSubset: 'latin', weights: [400, 600], styles: ['normal'], license: { type: 'OFL-1.1' } }

/** A package of two weights, one of them cut by script. */
function layPackage(at: string, metadata: object = lamp) {
  mkdirSync(join(at, 'files'), { recursive: true })
  writeFileSync(join(at, 'metadata.json'), JSON.stringify(metadata))
  writeFileSync(join(at, 'unicode.json'), JSON.stringify({ latin: 'U+0000-00FF', '[0]': 'U+100-102' }))
  for (const [name, from] of [
    ['lamp-latin-400-normal', 'vollkorn-latin-400-normal'],
    ['lamp-latin-600-normal', 'vollkorn-latin-600-normal'],
    ['lamp-0-400-normal', 'vollkorn-latin-ext-400-normal'],
  ])
    writeFileSync(join(at, `files/${name}.woff2`), readFileSync(join(files, `${from}.woff2`)))
}

const read = (series: string) => readPackagedFaces(manuscript, series, digestOf)

test('of a package above the manuscript the fonts are read that its lists name', async () => {
  mkdirSync(manuscript, { recursive: true })
  layPackage(join(folder, 'series/node_modules/@fontsource/lamp'))
  const found = await read("theme: { faces: { text: '@fontsource/lamp' } }")
  assert.deepEqual(
    found.map(({ path, face }) => [path, face?.broken === undefined && [face?.family, face?.weights, face?.range, face?.licence]]),
    [
      ['faces/@fontsource/lamp/lamp-latin-400-normal.woff2', ['Lamp', [400, 400], 'U+0000-00FF', 'SIL Open Font License 1.1']],
      ['faces/@fontsource/lamp/lamp-0-400-normal.woff2', ['Lamp', [400, 400], 'U+100-102', 'SIL Open Font License 1.1']],
      ['faces/@fontsource/lamp/lamp-latin-600-normal.woff2', ['Lamp', [600, 600], 'U+0000-00FF', 'SIL Open Font License 1.1']],
    ],
  )
})

test('a link to where a manager of packages keeps one is followed, and none to anywhere else', async () => {
  const scope = join(folder, 'series/node_modules/@fontsource')
  const store = join(folder, 'store/node_modules/@fontsource/stored')
  layPackage(store)
  symlinkSync(store, join(scope, 'stored'))
  assert.equal((await read('text: "@fontsource/stored"')).length, 3)
  const elsewhere = join(folder, 'elsewhere')
  layPackage(elsewhere)
  symlinkSync(elsewhere, join(scope, 'strayed'))
  assert.deepEqual(await read('text: "@fontsource/strayed"'), [])
  layPackage(join(scope, 'linked'))
  renameSync(join(scope, 'linked/files/lamp-latin-400-normal.woff2'), join(folder, 'font.woff2'))
  symlinkSync(join(folder, 'font.woff2'), join(scope, 'linked/files/lamp-latin-400-normal.woff2'))
  const paths = (await read('text: "@fontsource/linked"')).map(({ path }) => path)
  assert.equal(paths.includes('faces/@fontsource/linked/lamp-latin-400-normal.woff2'), false)
})

test('a name that is no package of these scopes is not looked for', async () => {
  for (const name of ['@fontsource/../../lamp', '@fontsource/lamp/files', '@fontsource/.lamp', '@other/lamp', 'lamp'])
    assert.deepEqual(await read(`text: '${name}'`), [], name)
})

test('a package whose lists say other than Fontsource’s is refused with what is wrong', async () => {
  layPackage(join(folder, 'series/node_modules/@fontsource/odd'), { ...lamp, id: '../../../etc/passwd' })
  const [found] = await read('text: "@fontsource/odd"')
  assert.equal(found?.face?.broken, 'Its metadata.json is not one of Fontsource.')
})

test('the weights are those of text, bold text and titles, as near as the family has them', () => {
  assert.deepEqual(weightsFor([100, 300, 400, 500, 700, 800, 900], 'normal'), [400, 700, 900])
  assert.deepEqual(weightsFor([300, 600], 'normal'), [300, 600])
  assert.deepEqual(weightsFor([400, 500, 600, 700], 'italic'), [400, 700])
})
