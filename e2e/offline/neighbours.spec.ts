import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, type Response, test } from 'playwright/test'
import { writeKillSwitch } from '../../src/editions/offline/write-worker.ts'
import { FileServer } from '../support/file-server.ts'
import { tinySite } from '../support/sites.ts'
import { keepOffline } from './browser.ts'
import { writeBuild } from './builds.ts'

/** Two publications on one host, of the same series even: where names of what is stored could meet, they would. */
async function publishTwo(base: string, other: string) {
  const server = new FileServer(tinySite.folder, base)
  server.others.set(other, tinySite.folder)
  await server.start()
  const origin = new URL(server.address).origin
  return { server, one: `${origin}${base}`.replace(/\/$/u, ''), other: `${origin}${other}`.replace(/\/$/u, '') }
}

const choose = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Display settings' }).click()
  await page.getByRole('radio', { name, exact: true }).check()
  await page.keyboard.press('Escape')
}

const cachesBelow = (page: Page, path: string) =>
  page.evaluate(async (prefix) => (await caches.keys()).filter((name) => name.startsWith(`pamphlet ${prefix} `)).sort(), path)

const scopes = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).sort())

/** Whether the worker of any publication answers for a page or one of the files of its publication. */
async function isAnsweredByWorker(page: Page, address: string, publication: string): Promise<boolean> {
  const responses: boolean[] = []
  // The page before may still be waiting for something.
  const listen = (response: Response) => response.url().startsWith(publication) && responses.push(response.fromServiceWorker())
  page.on('response', listen)
  await page.goto(address, { waitUntil: 'networkidle' })
  page.off('response', listen)
  expect(responses.length).toBeGreaterThan(0)
  return responses.includes(true)
}

test('publications at / and /b/ of a host keep apart what a reader chose and where they were', async ({ page }) => {
  const { server, one, other } = await publishTwo('/', '/b/')
  await page.goto(`${one}/the-lamp/`)
  await choose(page, 'Sepia')
  await page.locator('main .text > p').nth(5).scrollIntoViewIfNeeded()
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('lamp')
  await expect(page.locator('[data-search-results] a').first()).toBeVisible()
  await page.goto(`${one}/`)
  await expect(page.locator('continue-reading')).toBeVisible()
  const theme = page.locator('html')
  await page.goto(`${other}/`)
  await expect(theme).not.toHaveAttribute('data-theme')
  await expect(page.locator('continue-reading')).toBeHidden()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await page.keyboard.press('Escape')
  await choose(page, 'Dark')
  await page.goto(`${one}/`)
  await expect(theme).toHaveAttribute('data-theme', 'sepia')
  await page.getByRole('button', { name: 'Display settings' }).click()
  await page.getByRole('button', { name: 'Clear my settings and reading position' }).click()
  await page.goto(`${other}/`)
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await server.stop()
})

// Side by side, where neither lies in the other, `control.spec.ts` asks.
test('publications at / and /b/ of a host are kept, updated, removed and ended apart', async ({ browser: program }, testInfo) => {
  const { server, one, other } = await publishTwo('/', '/b/')
  const browser = await program.newContext()
  const page = await browser.newPage()
  await keepOffline(page, one)

  // A worker whose scope holds the other publication leaves that to the network, online and offline.
  expect(await isAnsweredByWorker(page, `${other}/the-lamp/`, other)).toBe(false)
  expect(await isAnsweredByWorker(page, `${one}/the-lamp/`, one)).toBe(true)
  await page.goto(`${other}/`)
  await expect(page.getByRole('main').getByRole('button', { name: 'Save for offline' })).toBeVisible()
  await server.stop()
  // Not a page that the browser itself may have.
  const lost = await browser.newPage()
  await expect(lost.goto(`${other}/the-watch/`)).rejects.toThrow(/ERR_CONNECTION_REFUSED|ERR_FAILED/u)
  await lost.close()
  await page.goto(`${one}/the-lamp/`)
  await server.start()

  // A new version of the one is announced on its own pages alone.
  await keepOffline(page, other)
  const kept = await cachesBelow(page, '/b/')
  expect(kept).toHaveLength(1)
  server.folder = await writeBuild(tinySite, 2, testInfo.outputPath('later'))
  await page.goto(`${one}/about/`)
  await expect(page.locator('newer-edition')).toContainText('A new version of this publication')
  const beside = await browser.newPage()
  await beside.goto(`${other}/about/`, { waitUntil: 'networkidle' })
  await expect(beside.locator('newer-edition')).toBeEmpty()
  await beside.close()
  await page.getByRole('button', { name: 'Read the new version' }).click()
  await expect(page.locator('meta[name=build]')).toHaveAttribute('content', '2')
  expect(await cachesBelow(page, '/b/')).toEqual(kept)

  // What ends the keeping of the one, or removes it from the device, leaves the other.
  const killSwitch = testInfo.outputPath('kill-switch')
  mkdirSync(killSwitch, { recursive: true })
  await writeKillSwitch(pathToFileURL(`${killSwitch}/`))
  server.fault = (path, response) => {
    if (path !== '/sw.js') return false
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(killSwitch, 'sw.js')))
    return true
  }
  await page.goto(`${one}/about/`)
  await expect.poll(() => scopes(page)).toEqual(['/b/'])
  expect(await cachesBelow(page, '/')).toEqual([])
  expect(await cachesBelow(page, '/b/')).toEqual(kept)
  server.fault = undefined
  await keepOffline(page, one)
  await page.getByRole('main').getByRole('button', { name: 'Remove from this device' }).click()
  await expect.poll(() => scopes(page)).toEqual(['/b/'])
  expect(await cachesBelow(page, '/')).toEqual([])
  await server.stop()
  await page.goto(`${other}/the-watch/`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Not available offline')
  await browser.close()
})
