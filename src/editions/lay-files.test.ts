import assert from 'node:assert/strict'
import fs, { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, mock, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { keepResultsIn, stopKeeping } from '../kept-results.ts'
import { layFiles } from './lay-files.ts'
import { fileAt, filesIn, holdFiles, writeInto } from './site-files.ts'

let folder: string
const at = (name: string) => pathToFileURL(join(folder, `${name}/`))

type Files = Readonly<Record<string, string>>

/** Builds a site of files and puts it where the last one is. */
function build(files: Files, place = 'last') {
  const [site, last] = [at('site'), at(place)]
  holdFiles(site)
  for (const [path, text] of Object.entries(files)) writeInto(fileAt(site, path), text)
  layFiles(site, last)
  rmSync(last, { recursive: true, force: true })
  renameSync(site, last)
}

const textsIn = (place = 'last'): Files =>
  Object.fromEntries(filesIn(at(place)).map((path) => [path, readFileSync(fileAt(at(place), path), 'utf8')]))

/** A time long ago, by which files that were not written anew are known. */
const before = new Date('2001-01-01T00:00:00.123Z')
const makeOld = (...paths: readonly string[]) => {
  for (const path of paths) utimesSync(fileAt(at('last'), path), before, before)
}
const areOld = (...paths: readonly string[]) => paths.map((path) => statSync(fileAt(at('last'), path)).mtimeMs === before.getTime())

/** @returns of how many files of the last site the content was read */
function readsWhile(work: () => void): number {
  const last = at('last').pathname
  const reading = mock.method(fs, 'readFileSync')
  syncBuiltinESMExports()
  try {
    work()
    return reading.mock.calls.filter(({ arguments: [file] }) => file instanceof URL && file.pathname.startsWith(last)).length
  } finally {
    reading.mock.restore()
    syncBuiltinESMExports()
  }
}

const three = { 'a.html': 'one', 'b/index.html': 'two', 'ü.html': 'six' }

describe('a site is laid where the last one is', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pamphlet-laid-'))
    keepResultsIn(join(folder, 'kept'), 'a program')
  })

  afterEach(() => {
    stopKeeping()
    rmSync(folder, { recursive: true })
  })

  test('a file that the last site had keeps its time, under another name too; of two that say the same each is its own', () => {
    build({ 'old-name': 'same', 'by-hand': 'changed' })
    makeOld('old-name', 'by-hand')
    build({ 'new-name': 'same', twin: 'same', 'by-hand': 'made' })
    assert.deepEqual(areOld('new-name', 'twin', 'by-hand'), [true, false, false])
    // Whoever writes into one of two files that say the same does not write into the other.
    writeFileSync(fileAt(at('last'), 'new-name'), 'mine')
    assert.deepEqual(textsIn(), { 'by-hand': 'made', 'new-name': 'mine', twin: 'same' })
  })

  test('of a site that lies as it was laid no file is read, once its files are older than a tick of the clock', () => {
    build(three)
    makeOld(...Object.keys(three))
    build(three)
    assert.equal(
      readsWhile(() => build({ ...three, 'new.html': 'one' })),
      0,
    )
    assert.equal(
      readsWhile(() => build({ 'moved.html': 'one', 'b/index.html': 'two', 'ü.html': 'eleven' })),
      0,
    )
    assert.deepEqual(textsIn(), { 'b/index.html': 'two', 'moved.html': 'one', 'ü.html': 'eleven' })
  })

  test('what was written into the last site by hand is not taken for what was laid, though it is as long', () => {
    build(three)
    writeFileSync(fileAt(at('last'), 'a.html'), 'eno')
    renameSync(fileAt(at('last'), 'b/index.html'), fileAt(at('last'), 'x.html'))
    renameSync(fileAt(at('last'), 'ü.html'), fileAt(at('last'), 'b/index.html'))
    rmSync(fileAt(at('last'), 'x.html'))
    build(three)
    assert.deepEqual(textsIn(), three)
    // And what the hand wrote is found again where it is what ought to be there.
    writeFileSync(fileAt(at('last'), 'a.html'), 'eno')
    makeOld('a.html')
    build({ 'a.html': 'eno' })
    assert.deepEqual([textsIn(), areOld('a.html')], [{ 'a.html': 'eno' }, [true]])
  })

  test('a site that another program has put there, times and all, is known by what is in it', () => {
    build(three)
    cpSync(at('last'), at('copy'), { recursive: true, preserveTimestamps: true })
    writeFileSync(fileAt(at('copy'), 'a.html'), 'eno')
    makeOld('b/index.html')
    const { atime, mtime } = statSync(fileAt(at('last'), 'a.html'))
    utimesSync(fileAt(at('copy'), 'a.html'), atime, mtime)
    rmSync(at('last'), { recursive: true })
    renameSync(at('copy'), at('last'))
    build(three)
    assert.deepEqual(textsIn(), three)
  })

  test('another project that puts its site there in between, or nothing to remember, makes no file another', () => {
    build(three)
    keepResultsIn(join(folder, 'kept-elsewhere'), 'a program')
    build({ 'a.html': 'our', 'b/index.html': 'own' })
    keepResultsIn(join(folder, 'kept'), 'a program')
    build(three)
    assert.deepEqual(textsIn(), three)
    stopKeeping()
    build({ ...three, 'a.html': 'eno' })
    assert.deepEqual(textsIn(), { ...three, 'a.html': 'eno' })
    rmSync(at('last'), { recursive: true })
    build(three)
    assert.ok(existsSync(fileAt(at('last'), 'b/index.html')))
  })

  test('of a disk that counts whole seconds all is read', () => {
    build(three)
    const second = new Date('2001-01-01T00:00:00Z')
    for (const path of Object.keys(three)) utimesSync(fileAt(at('last'), path), second, second)
    build(three)
    assert.equal(
      readsWhile(() => build(three)),
      3,
    )
  })
})
