import { spawnSync } from 'node:child_process'
import { findBrowser } from './browser.ts'

/** Ways to get a Chromium, tried in order until one is there. */
const ways = [['npx playwright install chromium'], ...(process.getuid?.() === 0 ? [['apt-get update', 'apt-get install -y chromium']] : [])]

for (const commands of ways) {
  if (findBrowser()) break
  for (const command of commands) {
    console.warn(`No Chromium yet; trying: ${command}`)
    const [program = '', ...args] = command.split(' ')
    if (spawnSync(program, args, { stdio: 'inherit', timeout: 300_000 }).status !== 0) break
  }
}

const browser = findBrowser()
if (!browser) {
  console.error(
    'The tests need Chromium, and none could be installed. Install it (on Debian as root: apt-get install chromium; elsewhere: npx playwright install chromium) and run npm test again.',
  )
  process.exit(1)
}
console.warn(`Browser for the tests: ${browser}`)
