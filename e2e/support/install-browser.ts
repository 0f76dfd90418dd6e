import { spawnSync } from 'node:child_process'
import { findBrowser, findFirefox } from './browser.ts'

type Browser = {
  readonly name: string
  readonly find: () => string | undefined
  readonly ways: readonly string[][]
  readonly advice: string
}

const isRoot = process.getuid?.() === 0

/** Ways to get a browser, tried in order until one is there. */
const chromium: Browser = {
  name: 'Chromium',
  find: findBrowser,
  ways: [['npx playwright install chromium'], ...(isRoot ? [['apt-get update', 'apt-get install -y chromium']] : [])],
  advice: 'on Debian as root: apt-get install chromium; elsewhere: npx playwright install chromium',
}

/** As readers have it: Playwright’s own relaxes the rules for files. */
const firefox: Browser = {
  name: 'Firefox',
  find: findFirefox,
  ways: isRoot ? [['apt-get update', 'apt-get install -y firefox-esr']] : [],
  advice: 'on Debian as root: apt-get install firefox-esr; elsewhere as mozilla.org/firefox says, so that `firefox` is a command',
}

// `npm test` needs Chromium; `npm run check:long` names Firefox besides.
for (const browser of process.argv.includes('firefox') ? [chromium, firefox] : [chromium]) install(browser)

function install({ name, find, ways, advice }: Browser) {
  for (const commands of ways) {
    if (find()) break
    for (const command of commands) {
      console.warn(`No ${name} yet; trying: ${command}`)
      const [program = '', ...args] = command.split(' ')
      if (spawnSync(program, args, { stdio: 'inherit', timeout: 300_000 }).status !== 0) break
    }
  }
  const path = find()
  if (path) return console.warn(`Browser for the tests: ${path}`)
  console.error(`The tests need ${name}, and none could be installed. Install it (${advice}) and run them again.`)
  process.exit(1)
}
