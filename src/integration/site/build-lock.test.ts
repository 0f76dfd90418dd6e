import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
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

test('a lock that nobody looks at any more is held all the same', (t) => {
  const path = lockIn(t)
  // What is not referred to is closed some turns after it has been collected; in a process of its own there is little to collect.
  const forgetful = `import { setImmediate } from 'node:timers/promises'
  import { acquireLock, tryToAcquireLock } from ${JSON.stringify(lockModule)}
  const path = ${JSON.stringify(path)}
  await acquireLock(path, console.log)
  for (let turn = 0; turn < 5; turn++) {
    gc()
    await setImmediate()
  }
  console.log(tryToAcquireLock(path, console.log) ? 'free' : 'held')`
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', forgetful], { encoding: 'utf8' })
  assert.equal(stdout, 'held\n', stderr)
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

const lockModule = new URL('build-lock.ts', import.meta.url).href

const programOf = (path: string) => [
  '--input-type=module',
  '-e',
  `import { tryToAcquireLock } from ${JSON.stringify(lockModule)}
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
