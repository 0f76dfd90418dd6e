import { defineConfig } from 'playwright/test'
import { browserArguments, findBrowser } from './browser.ts'
import { project, realSite, tinySite } from './sites.ts'

const browser = findBrowser()

/** Serves a finished site; the builds are made before the tests, by npm’s scripts. */
const serve = ({ folder, address }: typeof realSite, content: string) => ({
  // Astro lets one preview run in a folder; these two do not mind each other or a writer’s own.
  command: `astro preview --ignore-lock --outDir ${folder.slice(project.length + 1)} --host 127.0.0.1 --port ${new URL(address).port}`,
  url: address,
  cwd: project,
  env: { PAMPHLET_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
  reuseExistingServer: false,
})

/** Specs that read files or run commands and need no window. */
const withoutWindow = ['addresses.spec.ts', 'another-series.spec.ts', 'files.spec.ts', 'formats.spec.ts', 'search-index.spec.ts']
/** Specs that build sites themselves: one build waits for another. */
const building = ['broken.spec.ts', 'builds.spec.ts', 'dev.spec.ts', 'hostile.spec.ts', 'offline-builds.spec.ts']
/** Specs that visit many pages and are the same in every window, or make windows of their own. */
const inOneWindow = [
  'offline-*.spec.ts',
  'keyboard.spec.ts',
  'margin-notes.spec.ts',
  'requests.spec.ts',
  'retired.spec.ts',
  'search-probes.spec.ts',
  'widths.spec.ts',
  'zotero.spec.ts',
]
/** Specs in which the size of the window is what is tested. */
const inEveryWindow = ['cards.spec.ts', 'shifts.spec.ts']

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Only what hangs runs into these, also on a machine that is busy with something else.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    launchOptions: { args: browserArguments, ...(browser && { executablePath: browser }) },
  },
  projects: [
    { name: 'files', testMatch: withoutWindow },
    { name: 'builds', testMatch: building, workers: 1 },
    {
      name: 'phone',
      testIgnore: [...withoutWindow, ...building, ...inOneWindow],
      use: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
    },
    { name: 'tablet', testMatch: inEveryWindow, use: { viewport: { width: 768, height: 1024 }, hasTouch: true } },
    { name: 'desktop', testIgnore: [...withoutWindow, ...building], use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: [serve(realSite, 'content'), serve(tinySite, 'e2e/tiny-series')],
})
