import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { build } from '../builds/builds.ts'
import { FileServer } from '../support/file-server.ts'
import { tinySite } from '../support/sites.ts'
import { keepOffline, openBrowser } from './browser.ts'

test.describe.configure({ mode: 'serial' })

/** Builds the tiny series once more under other circumstances. */
async function buildAgain(to: string, circumstances: Record<string, string>) {
  const { code, output } = await build('e2e/tiny-series', to, { circumstances: { SITE_URL: tinySite.address, ...circumstances } }).done
  expect(code, output).toBe(0)
}

test('the same content makes the same archive and the same file to the byte, in any place and time zone', async ({
  browserName: _,
}, testInfo) => {
  const again = testInfo.outputPath('site')
  await buildAgain(again, { TZ: 'Asia/Tokyo' })
  const files = readdirSync(join(tinySite.folder, 'downloads'))
  expect(files.length).toBeGreaterThan(2)
  for (const file of [...files.map((name) => `downloads/${name}`), 'sw.js']) {
    expect(readFileSync(join(again, file)).equals(readFileSync(join(tinySite.folder, file))), file).toBe(true)
  }
})

test('a site that is built with the keeping switched off frees the devices of its readers', async ({ browserName: _ }, testInfo) => {
  const server = await new FileServer(tinySite.folder).start()
  const browser = await openBrowser(testInfo.outputPath('profile'))
  const page = await browser.newPage()
  await keepOffline(page, server.address)

  const without = testInfo.outputPath('site')
  await buildAgain(without, { PAMPHLET_OFFLINE: 'off', PAMPHLET_EDITIONS: 'web' })
  server.folder = without
  // The browser looks for a new worker at the visit, and the visit after it finds none.
  await page.goto(`${server.address}/about/`)
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]))
    .toEqual([0, 0])
  const response = await page.goto(`${server.address}/downloads/`)
  expect(response?.fromServiceWorker()).toBe(false)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save for offline' })).toHaveCount(0)
  await browser.close()
  await server.stop()
})
