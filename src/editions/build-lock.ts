import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning } from './is-running.ts'

/**
 * Waits until no other build holds the lock, and takes it. The file holds the number of the process; that of a process
 * that no longer runs is no lock.
 *
 * @param tell is told once, when there is something to wait for
 * @returns the path of the lock; who removes the file gives it back
 */
export async function takeLock(path: string, tell: (message: string) => void): Promise<string> {
  let isTold = false
  while (!(await tryToTake(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder ? !isRunning(holder) : await isLeftEmpty(path)) await clear(path)
    else {
      if (!isTold) tell(`Another build is running (process ${holder}); this one waits for it. If there is none, remove ${path}.`)
      isTold = true
      await wait(200)
    }
  }
  return path
}

async function tryToTake(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Whether who made the file was killed before it could write its number. */
async function isLeftEmpty(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
  return Date.now() - mtimeMs > 10_000
}

/** Of several that find the same dead lock one moves it away, so that none removes a new one. */
async function clear(path: string) {
  const dead = `${path}.${process.pid}`
  await rename(path, dead).catch(() => undefined)
  await rm(dead, { force: true })
}
