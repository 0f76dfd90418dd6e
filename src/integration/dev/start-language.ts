import { fork } from 'node:child_process'
import { folderAt } from '../../manuscript/files.ts'
import type { LanguageTask } from '../build-language.ts'

/** What is served of a translation while it is written: all paths absolute. */
export type ServedLanguage = Omit<LanguageTask, 'outDir'> & {
  /** Where its pages lie, from the root of the site: `de/`. */
  readonly folder: string
  /** Folders of which Vite may serve files, and names of hosts it answers to, as that of the original. */
  readonly allow: readonly string[]
  readonly allowedHosts: string[] | true | undefined
}

export type LanguageServer = {
  /** The port at which it answers on this machine. @throws with what it said, where it ends before it does */
  readonly port: Promise<number>
  readonly stop: () => void
}

/**
 * Serves a translation from a process of its own, for the reason for which it is built in one (`build-language.ts`).
 *
 * @param onEnd called when it has ended, by itself or not
 */
export function startLanguage(task: ServedLanguage, onEnd: () => void): LanguageServer {
  const entry = folderAt(new URL(import.meta.url.endsWith('.ts') ? 'language-server.ts' : 'language-server.js', import.meta.url))
  const child = fork(entry, [JSON.stringify(task)], { cwd: task.root, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-mostSaid)
    process.stderr.write(text)
  })
  const port = new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)))
    child.once('error', reject)
    child.once('close', () => reject(new Error(`The server for “${task.options.translation}” has ended.\n${said.trim()}`)))
  })
  child.once('close', onEnd)
  // Who waits for it is told; nobody may be.
  port.catch(() => undefined)
  return { port, stop: () => void child.kill() }
}

/** Characters of its last words that are told to who asked for a page. */
const mostSaid = 4000
