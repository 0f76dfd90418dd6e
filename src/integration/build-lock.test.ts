import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { acquireLock, tryToAcquireLock } from './build-lock.ts'

test('who comes second waits, is told so once, and goes on when the first is done', async (t) => {
  const path = lockIn(t)
  const first = await acquireLock(path, assert.fail)
  const told: string[] = []
  const second = acquireLock(path, (message) => {
    told.push(message)
    // The first goes on being at work for as long as the second has looked for it once more.
    setTimeout(() => first.release(), 300)
  })
  ;(await second).release()
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', /Another build is running/u)
})

test('a lock holds against another process and ends with it, also where it is killed', async (t) => {
  const path = lockIn(t)
  const holder = await hold(path)
  assert.equal(tryToAcquireLock(path, assert.fail), undefined)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = tryToAcquireLock(path, assert.fail)
  assert.ok(lock, 'the lock of a dead process is held')
  lock.release()
})

test('a lock that nobody looks at any more is held all the same', async (t) => {
  const path = lockIn(t)
  await acquireLock(path, assert.fail)
  setFlagsFromString('--expose-gc')
  const collectGarbage: unknown = runInNewContext('gc')
  assert.ok(typeof collectGarbage === 'function')
  // What is not referred to is closed some turns after it has been collected.
  for (let turn = 0; turn < 5; turn++) {
    collectGarbage()
    await setImmediate()
  }
  assert.equal(tryToAcquireLock(path, assert.fail), undefined)
})

test('containers that share a folder see each other’s lock, though each is process 1 in its own', { skip: cannotUnshare() }, async (t) => {
  const path = lockIn(t)
  const holder = await hold(path, 'unshare', '--pid', '--fork', '--kill-child', '--mount-proc', '--uts')
  const inContainer = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', '--uts', process.execPath, ...programOf(path)], {
    encoding: 'utf8',
  })
  assert.equal(inContainer.stdout, 'process 1 waits\n')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  ;(await acquireLock(path, () => undefined)).release()
})

test('what cannot be a lock is told in a sentence', (t) => {
  const path = lockIn(t)
  assert.throws(
    () => tryToAcquireLock(join(path, 'no/such/folder'), assert.fail),
    /^CannotPublish: The lock of builds, .*, cannot be taken: /u,
  )
  writeFileSync(path, '12345'.repeat(200))
  assert.throws(
    () => tryToAcquireLock(path, assert.fail),
    /^CannotPublish: The lock of builds, .*, cannot be taken: file is not a database/u,
  )
})

const programOf = (path: string) => [
  '--input-type=module',
  '-e',
  `import { tryToAcquireLock } from ${JSON.stringify(new URL('build-lock.ts', import.meta.url).href)}
  globalThis.lock = tryToAcquireLock(${JSON.stringify(path)}, console.log)
  console.log('process', process.pid, lock ? 'holds' : 'waits')
  if (lock) setInterval(() => {}, 1000)`,
]

/** A process that holds the lock, when it does. */
async function hold(path: string, ...before: string[]): Promise<ChildProcess> {
  const [command = '', ...words] = [...before, process.execPath, ...programOf(path)]
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  assert.match(String(said), /^process \d+ holds/u)
  return child
}

function cannotUnshare(): string | false {
  const { status } = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', '--uts', 'true'])
  return status !== 0 && 'this user may make no containers'
}

function lockIn(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return join(folder, 'lock')
}
