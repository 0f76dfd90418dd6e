import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { layFiles } from './lay-files.ts'
import { fileAt, filesIn, holdFiles, readBytes, readText, removeFile, sizeOf, writeInto } from './site-files.ts'

test('what is written is read again, listed and measured, and lies on the disk once it is laid', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-site-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const site = pathToFileURL(`${folder}/`)
  writeFileSync(new URL('there.html', site), 'there')
  holdFiles(site)
  for (const [path, content] of [
    ['a b/ü.html', 'ü'],
    ['bytes', Uint8Array.of(1, 2)],
  ] as const)
    writeInto(fileAt(site, path), content)
  removeFile(fileAt(site, 'there.html'))
  assert.deepEqual(filesIn(site), ['a b/ü.html', 'bytes'])
  assert.equal(readText(fileAt(site, 'a b/ü.html')), 'ü')
  assert.deepEqual([...readBytes(fileAt(site, 'bytes'))], [1, 2])
  assert.equal(sizeOf(fileAt(site, 'a b/ü.html')), 2)
  assert.ok(!existsSync(fileAt(site, 'bytes')))
  layFiles(site)
  assert.deepEqual(filesIn(site), ['a b/ü.html', 'bytes'])
  assert.equal(readFileSync(fileAt(site, 'a b/ü.html'), 'utf8'), 'ü')
})
