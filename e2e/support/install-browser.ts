import { spawnSync } from 'node:child_process'
import { findBrowser, findFirefox, findShell } from './browser.ts'

type Browser = {
  readonly name: string
  /** The one that serves best. */
  readonly findBest: () => string | undefined
  readonly find: () => string | undefined
  /** Ways to the best one, tried in order until it is there; and ways to another, tried where there is none at all. */
  readonly waysToBest: readonly Way[]
  readonly ways: readonly Way[]
  readonly advice: string
}

type Way = {
  /** Each is run if the one before it succeeded. */
  readonly commands: readonly string[]
  /** Takes away again what was installed and does not start. */
  readonly undo?: string
}

/** For a whole download: a slow line takes minutes. Where nothing answers, the limits below end it sooner. */
const longest = 600_000

/** For how long a server may be silent; Playwright counts in milliseconds. */
const environment = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
const aptGet = 'apt-get -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10 -o Acquire::Retries=1'

const isRoot = process.getuid?.() === 0
const debian = (name: string): readonly Way[] => (isRoot ? [{ commands: [`${aptGet} update`, `${aptGet} install -y ${name}`] }] : [])

/** By preference one without windows: see decision 131. */
const chromium: Browser = {
  name: 'Chromium',
  findBest: () => (process.env.PAMPHLET_TEST_BROWSER ? findBrowser() : findShell()),
  find: findBrowser,
  waysToBest: [
    { commands: ['npx playwright install chromium --only-shell'], undo: 'npx playwright uninstall' },
    ...debian('chromium-headless-shell'),
  ],
  ways: debian('chromium'),
  advice: 'on Debian as root: apt-get install chromium-headless-shell; elsewhere: npx playwright install chromium --only-shell',
}

/** As readers have it: Playwright’s own relaxes the rules for files. */
const firefox: Browser = {
  name: 'Firefox',
  findBest: findFirefox,
  find: findFirefox,
  waysToBest: debian('firefox-esr'),
  ways: [],
  advice: 'on Debian as root: apt-get install firefox-esr; elsewhere as mozilla.org/firefox says, so that `firefox` is a command',
}

// `npm test` needs Chromium; `npm run check:long` names Firefox besides.
for (const browser of process.argv.includes('firefox') ? [chromium, firefox] : [chromium]) install(browser)

function install({ name, findBest, find, waysToBest, ways, advice }: Browser) {
  for (const way of waysToBest) if (!findBest()) go(way, findBest)
  for (const way of ways) if (!find()) go(way, find)
  const path = find()
  if (path) return console.warn(`Browser for the tests: ${path}`)
  console.error(`The tests need ${name}, and none could be installed. Install it (${advice}) and run them again.`)
  process.exit(1)
}

function go({ commands, undo }: Way, find: Browser['find']) {
  if (!commands.every(run)) return
  const path = find()
  if (path && undo && spawnSync(path, ['--version']).status !== 0) {
    console.warn(`${path} does not start here.`)
    run(undo)
  }
}

function run(command: string): boolean {
  console.warn(`Getting a browser for the tests: ${command}`)
  const [program = '', ...args] = command.split(' ')
  return spawnSync(program, args, { stdio: 'inherit', timeout: longest, env: environment }).status === 0
}
