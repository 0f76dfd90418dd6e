import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** Where Debian and others put the system’s Chromium. */
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/**
 * The browser the tests use: the one that PAMPHLET_TEST_BROWSER names, Playwright’s own Chromium if it is there, else the
 * system’s; nothing where there is none.
 */
export function findBrowser(): string | undefined {
  return [process.env.PAMPHLET_TEST_BROWSER ?? '', chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path))
}

/** Where Debian, others and macOS put Firefox. */
const systemFirefoxes = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** The Firefox the long tests use; nothing where there is none. */
export const findFirefox = (): string | undefined => systemFirefoxes.find((path) => existsSync(path))

/** Switches without which a system’s Chromium asks the network for things of its own, and for root also the sandbox. */
export const browserArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
