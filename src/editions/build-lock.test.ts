import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { takeLock } from './build-lock.ts'

test('who comes second waits, is told so once, and goes on when the first is done', async (t) => {
  const path = lockIn(t)
  await takeLock(path, assert.fail)
  const told: string[] = []
  const second = takeLock(path, (message) => told.push(message))
  await new Promise((done) => setTimeout(done, 700))
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', new RegExp(`process ${process.pid}`, 'u'))
  rmSync(path)
  await second
  assert.equal(readFileSync(path, 'utf8'), String(process.pid))
})

test('the lock of a process that was killed is no lock, nor one that nobody has signed', async (t) => {
  const path = lockIn(t)
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(path, String(pid))
  await takeLock(path, assert.fail)
  writeFileSync(path, '')
  utimesSync(path, 1, 1)
  await takeLock(path, assert.fail)
  assert.equal(existsSync(`${path}.${process.pid}`), false)
})

function lockIn(t: { after: (clean: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return join(folder, 'build.lock')
}
