import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'

/** Where Debian puts Chromium without windows. */
const systemShell = '/usr/bin/chromium-headless-shell'

/** Where Debian and others put the system’s Chromium. */
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

const firstThere = (paths: readonly string[]) => paths.find((path) => existsSync(path))

/**
 * Chromium without windows to draw (“headless shell”), which does the same pages in two thirds of the time: Playwright’s own
 * if it is there, else the system’s. See decision 131.
 */
export const findShell = () => firstThere([...playwrightShells(), systemShell])

/** Playwright tells where it puts its whole Chromium; the shell of the same revision lies beside that. */
function playwrightShells(): string[] {
  const [, registry = '', revision = ''] = /^(.*[\\/])chromium-(\d+)[\\/]/u.exec(chromium.executablePath()) ?? []
  const folder = join(registry, `chromium_headless_shell-${revision}`)
  return globSync('*/chrome-headless-shell{,.exe}', { cwd: folder }).map((path) => join(folder, path))
}

/**
 * The browser the tests use: the one that PAMPHLET_TEST_BROWSER names, a Chromium without windows, Playwright’s own or the
 * system’s, or else a whole one; nothing where there is none.
 */
export const findBrowser = () => firstThere([process.env.PAMPHLET_TEST_BROWSER ?? '']) ?? findShell() ?? findWholeBrowser()

/** Chromium as readers have it: for measurements, and for programs that start it in ways of their own. */
export const findWholeBrowser = () => firstThere([chromium.executablePath(), ...systemBrowsers])

/** Where Debian, others and macOS put Firefox. */
const systemFirefoxes = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** The Firefox the long tests use; nothing where there is none. */
export const findFirefox = () => firstThere(systemFirefoxes)

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
