import { defineConfig } from 'playwright/test'
import './support/keep-compiled.ts'
import { browserArguments, findBrowser } from './support/browser.ts'

const browser = findBrowser()

// Node reads TypeScript without moving a line: Playwright need not look each place of a stack up in a map, which is an eighth of its work.
Reflect.deleteProperty(Error, 'prepareStackTrace')

/** Specs that read files or run commands and need no window. */
const withoutWindow = [
  'formats/{addresses,another-series,books,files,formats,valid-pages,without-address,zotero}.spec.ts',
  'search/search-index.spec.ts',
  'builds/{broken,commands}.spec.ts',
]
/** Specs that build sites themselves: one build waits for another. */
const building = 'builds/!(broken|commands).spec.ts'
/** Specs of what does not depend on the window, or that make windows of their own; `check:long` has them in others too. */
const inOneWindow = [
  'offline/*.spec.ts',
  'access/{keyboard,widths}.spec.ts',
  'cards/margin-notes.spec.ts',
  'reading/{evidence,print,retired,sources,stored-values,trusted-types}.spec.ts',
  'search/*.spec.ts',
  'formats/{pictures,requests}.spec.ts',
]
/** Specs in which the size of the window is what is tested. */
const inEveryWindow = ['{cards/card*,reading/shifts}.spec.ts']

/**
 * Windows with what points in them. A test that needs a certain one is tagged; one that is the same in all, in a file of
 * others that are not, is tagged “@once” and runs in the widest. In the one between runs what is tagged “@between”: what opens
 * beside its line in a wide window, and in a sheet in a narrow one, opens there beside its line by a touch. What is tagged “@long”
 * is asked every day of another site or in another way, and runs in `check:long`.
 */
export const phone = {
  name: 'phone',
  grepInvert: /@pointer|@once|@long/u,
  use: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
}
export const tablet = {
  name: 'tablet',
  grep: /@between/u,
  use: { viewport: { width: 768, height: 1024 }, hasTouch: true },
}
/** Its reader wants no motion, as that of the phone has nothing against it: what moves is drawn some twenty times (decision 146). */
export const desktop = {
  name: 'desktop',
  grepInvert: /@touch|@narrow|@long/u,
  use: { viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' as const } },
}

export default defineConfig({
  testDir: '.',
  // Node itself reads TypeScript; Babel takes twice as long for it, where nothing is kept of another run.
  build: { external: ['**/*.ts'] },
  globalSetup: './support/serve-sites.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  // What passes at the second time is listed as flaky; a machine that stands still for a minute is no fault of the site.
  retries: 1,
  // Of two tests one waits for the other half of its time: three keep two cores busy.
  workers: 3,
  // Only what hangs runs into these, also on a machine that is busy with something else.
  timeout: 240_000,
  expect: { timeout: 60_000, toPass: { timeout: 60_000 } },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    // A browser takes longer to make a window than to load a page; what a test stored and set is put back.
    reuseContext: true,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: { args: browserArguments, ...(browser && { executablePath: browser }) },
  },
  projects: [
    { name: 'files', testMatch: withoutWindow },
    // Their pages are of servers that come and go: a window that waits for one is not used again.
    { name: 'builds', testMatch: building, workers: 1, timeout: 600_000, use: { reuseContext: false } },
    { ...phone, testIgnore: [...withoutWindow, building, ...inOneWindow] },
    { ...tablet, testMatch: inEveryWindow },
    { ...desktop, testIgnore: [...withoutWindow, building] },
  ],
})
