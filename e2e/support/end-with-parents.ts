import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** For starting Node with programs that end in this way. */
export const endingWithParent = ['--import', pathToFileURL(join(import.meta.dirname, 'ends-with-parent.ts')).href]

/** How often is looked, in milliseconds. */
const interval = 500

/**
 * Ends this program soon after the one that started it is gone, or the npm by whose command that was: a run that is
 * killed, without a chance to end what it began, leaves nothing running behind it.
 */
export function endWithParents() {
  const parents = parentsOf(process.pid)
  setInterval(() => {
    if (parents.some((pid) => !isRunning(pid)) || (parents[0] !== undefined && process.ppid !== parents[0]))
      process.kill(process.pid, 'SIGTERM')
  }, interval).unref()
}

/** The one that started a program, and those before it up to the first npm, nearest first. */
function parentsOf(pid: number): number[] {
  const chain: number[] = []
  const programs = runningPrograms()
  for (let next = programs.get(pid)?.parent ?? process.ppid; next > 1; next = programs.get(next)?.parent ?? 0) chain.push(next)
  const npm = chain.findLastIndex((parent) => /^npm\b/u.test(programs.get(parent)?.name ?? ''))
  return chain.slice(0, Math.max(npm, 0) + 1)
}

/** Where there is no `ps`, as on Windows, none: then only the nearest is known. */
function runningPrograms(): Map<number, { readonly parent: number; readonly name: string }> {
  try {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    }).split('\n')
    return new Map(
      lines.flatMap((line) => {
        const [, pid, parent, name = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? []
        return pid ? [[Number(pid), { parent: Number(parent), name }]] : []
      }),
    )
  } catch {
    return new Map()
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // One of another user runs, but takes no signals from us.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
