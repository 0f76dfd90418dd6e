import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotPublish } from './cannot-publish.ts'

/** A lock that is held until it is released or the process ends, however it ends. */
export type Lock = { readonly release: () => void }

/**
 * Waits until no other build holds the lock, and takes it. See decision 41.
 *
 * @param path of a file that stays where it is and is empty
 * @param tell is told once, when there is something to wait for, and when the disk keeps no locks
 */
export async function acquireLock(path: string, tell: (message: string) => void): Promise<Lock> {
  for (let isTold = false; ; isTold = true) {
    const lock = tryToAcquireLock(path, tell)
    if (lock) return lock
    if (!isTold) tell('Another build is running in this project; this one waits for it.')
    await wait(200)
  }
}

/** The same for the rest of the process, also where it is asked for twice. */
export function holdLock(path: string, tell: (message: string) => void): Promise<Lock> {
  const lock = holding.get(path) ?? acquireLock(path, tell)
  holding.set(path, lock)
  return lock
}

const holding = new Map<string, Promise<Lock>>()

/**
 * Takes the lock, or returns nothing where another process has it. SQLite’s way of locking a file is the system’s own, so
 * it holds between containers that share a folder, and ends with the process: no number of a process is compared, which
 * in a container is always the same (https://www.sqlite.org/lockingv3.html).
 *
 * @throws {CannotPublish} where the file cannot be opened
 */
export function tryToAcquireLock(path: string, tell: (message: string) => void): Lock | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: 0 })
    // Nothing is ever written, so there is no journal to keep either.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    const connection = database
    held.add(connection)
    return {
      release: () => {
        held.delete(connection)
        connection.close()
      },
    }
  } catch (error) {
    database?.close()
    const code = codeOf(error)
    if (code === busy) return undefined
    if (!withoutLocks.has(code))
      throw new CannotPublish(`The lock of builds, ${path}, cannot be taken: ${error instanceof Error ? error.message : error}.`)
    tell(`This disk keeps no locks: let no second build run in this project at the same time (${path}).`)
    return { release: () => undefined }
  }
}

/** What holds a lock: a connection that nothing refers to any more is collected as garbage, and its lock ends with it. */
const held = new Set<DatabaseSync>()

/** SQLite’s result codes: SQLITE_BUSY; SQLITE_IOERR, SQLITE_PROTOCOL and SQLITE_NOLFS (https://www.sqlite.org/rescode.html). */
const busy = 5
const withoutLocks = new Set([10, 15, 22])

/** The primary code is in the lowest byte. */
const codeOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0
