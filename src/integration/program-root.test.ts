import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { realPathSync } from '../manuscript/files.ts'
import { rootFor } from './program-root.ts'

const clone = realPathSync(join(import.meta.dirname, '../..'))

test('a site is built where its packages are, and in the clone where a link leads to those of a clone', () => {
  const folder = realPathSync(mkdtempSync(join(tmpdir(), 'pamphlet-root-')))
  try {
    const [installed, linked] = [join(folder, 'installed'), join(folder, 'linked')]
    const astro = join(installed, 'node_modules/astro')
    mkdirSync(astro, { recursive: true })
    writeFileSync(join(astro, 'package.json'), '{ "name": "astro", "version": "0.0.0", "main": "index.js" }')
    writeFileSync(join(astro, 'index.js'), '')
    mkdirSync(linked)
    symlinkSync(join(clone, 'node_modules'), join(linked, 'node_modules'), 'junction')
    assert.deepEqual([installed, linked, folder].map(rootFor), [installed, clone, clone])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
