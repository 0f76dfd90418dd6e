import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endingWithParent } from '../support/end-with-parents.ts'
import { project } from '../support/sites.ts'

export type Build = {
  readonly process: ChildProcess
  /** The exit code, or the signal that ended it, and all that was printed. */
  readonly done: Promise<{ readonly code: number | NodeJS.Signals | null; readonly output: string }>
}

/** Under what else than usual a build runs: variables of its environment, and commands of a Unix shell before it. */
type Surroundings = {
  readonly circumstances?: Readonly<Record<string, string>>
  readonly limits?: string
  /** Whether Astro bundles all anew, as `astro build` does, whatever earlier builds have kept. */
  readonly isByAstro?: boolean
}

/** Builds a manuscript as `npm run build` does. */
export function build(content: string, site: string, { circumstances, limits, isByAstro = false }: Surroundings = {}): Build {
  const words = isByAstro ? ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site] : ['bin/pamphlet.js', 'build', '--out', site]
  const env = {
    ...process.env,
    PAMPHLET_CONTENT: content,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    ...circumstances,
  }
  const command = [process.execPath, ...endingWithParent, ...words]
  const child = limits
    ? spawn('bash', ['-c', `${limits}; exec "$@"`, 'bash', ...command], { cwd: project, env })
    : spawn(process.execPath, command.slice(1), { cwd: project, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => (output += words))
  return {
    process: child,
    done: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code: code ?? signal, output }))),
  }
}

/** The hash of every file in a folder. */
export function fingerprintOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length),
      createHash('sha256')
        .update(readFileSync(join(parentPath, name)))
        .digest('hex'),
    ]),
  )
}
