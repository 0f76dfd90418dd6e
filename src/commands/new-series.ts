import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { catalogueFor } from '../locales/catalogues.ts'
import { ask } from './ask-for-series.ts'
import { filesOfSeries, mistakesIn, type Wishes } from './files-of-series.ts'

/** What the flags say. */
export type Flags = Partial<Wishes> & { readonly yes?: true }

/**
 * Begins a series in a folder: a first part to write over, what says how it is called, and what npm, git and editors ask
 * for. Nothing that is there is written over.
 *
 * @returns the exit code
 */
export async function newSeries(named: string, { yes, ...flags }: Flags): Promise<0 | 1> {
  const folder = resolve(named)
  if (existsSync(join(folder, 'series.yaml'))) return refuse(`${named} holds a series already: series.yaml is there. Nothing was written.`)
  if (existsSync(folder) && named !== '.' && readdirSync(folder).length > 0)
    return refuse(
      `${named} is not empty. Name a folder that is not there yet, or give the command inside of it with “.”. Nothing was written.`,
    )
  const wrong = mistakesIn(flags)
  if (wrong.length > 0) return refuse(`${wrong.join('\n')}\nNothing was written.`)
  const isAsked = !yes && process.stdin.isTTY === true
  const wishes = isAsked ? await ask(flags, basename(folder)) : { ...defaultsFor(basename(folder)), ...flags }
  if (!wishes) return 1
  const files = filesOfSeries(wishes, basename(folder), readIfThere(join(folder, 'package.json')))
  const kept: string[] = []
  for (const { path, text, isReplaced } of files) {
    const target = join(folder, path)
    if (existsSync(target) && !isReplaced) kept.push(path)
    else {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, text)
    }
  }
  const way = relative('', folder)
  const isSpoken = catalogueFor(wishes.language) !== undefined
  const steps = [
    ...(way ? [`cd ${/\s/u.test(way) ? `"${way}"` : way}`] : []),
    'npm install',
    ...(isSpoken ? [] : [`npx pamphlet words   # what the program says, to be put into “${wishes.language}”`]),
    'npx pamphlet dev',
  ]
  process.stdout.write(
    `${wishes.title} is begun${way ? ` in ${way}` : ''}.${kept.length > 0 ? ` These were there and stay as they are: ${kept.join(', ')}.` : ''}\n`,
  )
  if (isAsked) return start(folder)
  process.stdout.write(`\nNext:\n${steps.map((step) => `  ${step}`).join('\n')}\n\nThen write over parts/the-first-part.mdx.\n`)
  return 0
}

/** Installs the program into the folder and shows the site. */
function start(folder: string): 0 | 1 {
  const shell = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' } as const
  if (spawnSync('npm', ['install', '--no-audit', '--no-fund'], shell).status !== 0) return 1
  return spawnSync('npx', ['pamphlet', 'dev'], shell).status === 0 ? 0 : 1
}

const defaultsFor = (name: string): Wishes => ({
  title:
    name
      .replace(/[-_]+/gu, ' ')
      .replace(/^\p{L}/u, (letter) => letter.toUpperCase())
      .trim() || 'A series',
  author: 'An author',
  language: 'en',
})

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

function refuse(words: string): 1 {
  console.error(words)
  return 1
}
