import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { fileAt, filesIn, holdFiles, layFiles, readBytes, readText, removeFile, sizeOf, writeInto } from './site-files.ts'

function inFolders(work: (site: URL, last: URL) => void) {
  const folders = ['site', 'last'].map((name) => mkdtempSync(join(tmpdir(), `pamphlet-${name}-`)))
  try {
    const [site, last] = folders.map((folder) => pathToFileURL(`${folder}/`)) as [URL, URL]
    work(site, last)
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true })
  }
}

test('what is written is read again, listed and measured, and lies on the disk once it is laid', () =>
  inFolders((site) => {
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
  }))

test('a file that the last site had keeps its time, under another name too; what was changed there by hand is made anew', () =>
  inFolders((site, last) => {
    const before = new Date('2001-01-01')
    for (const [path, text] of [
      ['old-name', 'same'],
      ['by-hand', 'changed'],
    ] as const) {
      writeInto(fileAt(last, path), text)
      utimesSync(fileAt(last, path), before, before)
    }
    holdFiles(site)
    for (const path of ['new-name', 'twin']) writeInto(fileAt(site, path), 'same')
    writeInto(fileAt(site, 'by-hand'), 'made')
    layFiles(site, last)
    const isOld = (path: string) => statSync(fileAt(site, path)).mtimeMs === before.getTime()
    assert.deepEqual(['new-name', 'twin', 'by-hand'].map(isOld), [true, false, false])
    // Whoever writes into one of two files that say the same does not write into the other.
    writeFileSync(fileAt(site, 'new-name'), 'mine')
    assert.equal(readFileSync(fileAt(site, 'twin'), 'utf8'), 'same')
    assert.equal(readFileSync(fileAt(site, 'by-hand'), 'utf8'), 'made')
  }))
