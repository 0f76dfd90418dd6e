import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inventLongSeries } from '../src/testing/long-series.ts'
import { bareAstro } from './bare-astro.ts'

// What a build costs beside one of the same texts by Astro’s MDX alone, in turns: bench/build.ts [parts] [rounds].
// Seconds of all processors, from nothing and after an edit; those of a machine differ by the hour, their ratio hardly.
const [parts = 20, rounds = 2] = process.argv.slice(2).map(Number)
const project = join(import.meta.dirname, '..')
const work = join(project, '.pamphlet-tests/bench')
const node = process.execPath
const astro = join(project, 'node_modules/astro/bin/astro.mjs')

/** A program that builds the site: its folder, its commands, and what it keeps from build to build. */
type Contestant = {
  readonly name: string
  readonly folder: string
  readonly commands: readonly (readonly string[])[]
  readonly kept: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
}

const kept = ['dist', '.astro', '.pamphlet', 'node_modules']

const pamphlet = (editions: string): Contestant => ({
  name: `Pamphlet, ${editions === 'web' ? 'the site alone' : 'all editions'}`,
  folder: join(work, `pamphlet-${editions}`),
  commands: [[node, join(project, 'bin/pamphlet.js'), 'build', '--editions', editions]],
  // What it keeps of manuscripts in a clone, it keeps there.
  kept: [...kept, join(project, 'node_modules/.astro')],
})
const bare: Contestant = {
  name: 'Astro MDX and Pagefind',
  folder: join(work, 'astro'),
  commands: [
    [node, astro, 'build'],
    [join(project, 'node_modules/.bin/pagefind'), '--site', 'dist'],
  ],
  kept,
}
const contestants = [bare, pamphlet('web'), pamphlet('all')]

rmSync(work, { recursive: true, force: true })
const files = inventLongSeries({ parts, words: 4500, notes: 12 })
for (const { folder } of contestants) for (const { path, text } of files) write(join(folder, 'content', path), text)
for (const [path, text] of Object.entries(bareAstro)) write(join(bare.folder, path), text)

const results = new Map(contestants.map(({ name }) => [name, { cold: [] as number[], edited: [] as number[] }]))
for (let round = 1; round <= rounds; round++) {
  for (const contestant of contestants) {
    forget(contestant)
    results.get(contestant.name)?.cold.push(secondsOf(contestant))
    appendFileSync(join(contestant.folder, 'content/parts/part-0001.mdx'), `\nA sentence of round ${round}.\n`)
    results.get(contestant.name)?.edited.push(secondsOf(contestant))
  }
}
const least = (name: string) => {
  const { cold = [], edited = [] } = results.get(name) ?? {}
  return { cold: Math.min(...cold), edited: Math.min(...edited) }
}
const yardstick = least(bare.name)
for (const { name } of contestants) {
  const { cold, edited } = least(name)
  const [more, moreEdited] = [cold / yardstick.cold, edited / yardstick.edited]
  process.stdout.write(
    `${name}, ${parts} parts: from nothing ${cold.toFixed(1)} s (× ${more.toFixed(2)}), after an edit ${edited.toFixed(1)} s (× ${moreEdited.toFixed(2)})\n`,
  )
}
rmSync(work, { recursive: true, force: true })

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Everything that a program has made or kept is gone. */
function forget({ folder, kept }: Contestant) {
  for (const path of kept) rmSync(resolve(folder, path), { recursive: true, force: true })
}

/** Seconds of all processors that a build takes, with all that it starts: what a shell says of its children (POSIX, `times`). */
function secondsOf({ name, folder, commands }: Contestant): number {
  const script = `set -e\n${commands.map((words) => words.map((word) => `'${word}'`).join(' ')).join('\n')}\ntimes >&3`
  const { status, output } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CI: '1' },
  })
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${output[1]}${output[2]}`)
  // The second line is of the children: minutes and seconds of their own, and of the system for them.
  const [, children = ''] = (output[3] ?? '').split('\n')
  return [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
}
