import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe, test } from 'node:test'
import { boundKept, keep, keepBytes, keepResultsIn, keepSharedBytes, stopKeeping } from './kept-results.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphlet-kept-'))

const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.grown'))
const paths = () => kept().map(({ parentPath, name }) => join(parentPath, name))

/** How often a step was done for each of these inputs, one after the other. */
function timesMade(...inputs: readonly (readonly string[])[]): number {
  let made = 0
  for (const on of inputs) keep('step', on, () => ({ made: ++made, on: new Map([['inputs', on]]) }))
  return made
}

describe('results that are kept', () => {
  // Hooks outside of a suite would be those of every file: they share one process.
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(`${folder}.grown`, { force: true })
    keepResultsIn(folder, 'this program')
  })
  after(() => {
    stopKeeping()
    rmSync(folder, { recursive: true, force: true })
    rmSync(`${folder}.grown`, { force: true })
  })

  test('a result is made once for the same inputs and the same program, and is what was made', () => {
    assert.equal(timesMade(['a', 'b'], ['a', 'b'], ['a', 'b']), 1)
    assert.equal(timesMade(['a', 'b']), 0)
    assert.deepEqual(
      keep('step', ['a', 'b'], () => assert.fail('It is kept.')),
      { made: 1, on: new Map([['inputs', ['a', 'b']]]) },
    )
    assert.equal(timesMade(['ab', ''], ['', 'ab'], ['b', 'a'], ['a']), 4)
    const long = 'A long text. '.repeat(1000)
    assert.equal(timesMade([long, 'a'], [`${long}b`, 'a'], [long, 'a'], [long, long]), 3)
    keepResultsIn(folder, 'another program')
    assert.equal(timesMade(['a', 'b']), 1)
  })

  test('bytes are kept as bytes', async () => {
    const bytes = Uint8Array.of(1, 2, 3)
    assert.deepEqual(await keepBytes('bytes', ['x'], async () => bytes), bytes)
    assert.deepEqual(await keepBytes('bytes', ['x'], async () => assert.fail('They are kept.')), bytes)
  })

  test('what is made of the program alone is made once for all manuscripts', async () => {
    const [one, other, shared] = ['one', 'other', 'shared'].map((name) => join(folder, name)) as [string, string, string]
    keepResultsIn(one, 'this program', shared)
    await keepSharedBytes('bytes', ['x'], async () => Uint8Array.of(1))
    await keepBytes('bytes', ['x'], async () => Uint8Array.of(2))
    keepResultsIn(other, 'this program', shared)
    assert.deepEqual(await keepSharedBytes('bytes', ['x'], async () => assert.fail('They are kept.')), Uint8Array.of(1))
    assert.deepEqual(await keepBytes('bytes', ['x'], async () => Uint8Array.of(3)), Uint8Array.of(3))
    // A build that uses nothing of it.
    keepResultsIn(other, 'this program', shared)
    boundKept(1)
    assert.deepEqual(
      kept().map(({ parentPath }) => parentPath.startsWith(one)),
      [true],
    )
  })

  test('what is broken, cut or changed on the disk is made anew', () => {
    for (const damage of [
      (file: Buffer) => file.subarray(0, -1),
      () => Buffer.alloc(0),
      (file: Buffer) => Buffer.from(file.map((byte, i) => (i === 20 ? byte ^ 1 : byte))),
    ]) {
      timesMade(['a'])
      const [path = assert.fail('Something is kept.')] = paths()
      writeFileSync(path, damage(readFileSync(path)))
      assert.equal(timesMade(['a'], ['a']), 1)
    }
  })

  test('what is kept has a bound, and what was used last stays', async () => {
    for (const name of ['one', 'two', 'three']) await keepBytes('bytes', [name], async () => new Uint8Array(name === 'two' ? 100 : 1000))
    boundKept(10_000)
    assert.equal(kept().length, 3)
    // That build was a minute ago.
    const past = new Date(Date.now() - 60_000)
    for (const path of paths()) utimesSync(path, past, past)
    keepResultsIn(folder, 'this program')
    await keepBytes('bytes', ['two'], async () => assert.fail('It is kept.'))
    await keepBytes('bytes', ['four'], async () => new Uint8Array(100))
    boundKept(1000)
    assert.equal(kept().length, 2)
    const all = async () => {
      for (const name of ['two', 'four']) await keepBytes('bytes', [name], async () => assert.fail('It was used last.'))
    }
    await all()
    // However little room there is, the next build of a long series does not begin from nothing.
    boundKept(1)
    await all()
  })

  test('where nothing can be written, everything is made', () => {
    keepResultsIn('/dev/null/nowhere', 'this program')
    assert.equal(timesMade(['a'], ['a']), 2)
    boundKept()
  })
})
