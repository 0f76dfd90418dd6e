import { mkdirSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { FileServer } from '../support/file-server.ts'
import { tinySite } from '../support/sites.ts'
import { keepOffline } from './browser.ts'
import { writeBuild } from './builds.ts'

test.describe('a reader who cannot keep the site sees no control for it', () => {
  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('because there is no script', async ({ page }) => {
      for (const path of ['/', '/downloads/']) {
        await page.goto(tinySite.address + path)
        for (const control of await page.locator('keep-offline').all()) await expect(control).toBeHidden()
        await expect(page.locator('newer-edition')).toBeHidden()
      }
      // What Playwright calls text leaves out <noscript>.
      await expect(page.locator('noscript p')).toContainText('This needs JavaScript')
    })
  })

  test('because the browser has no service workers', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    for (const path of ['/', '/downloads/', '/the-lamp/']) {
      await page.goto(tinySite.address + path, { waitUntil: 'networkidle' })
      for (const control of await page.locator('keep-offline').all()) await expect(control).toBeHidden()
    }
    expect(errors).toEqual([])
  })
})

test('nothing is stored and no worker is registered until the reader asks for it', async ({ page }) => {
  await page.goto(`${tinySite.address}/`, { waitUntil: 'networkidle' })
  await expect(page.getByRole('main').getByRole('button', { name: 'Save for offline' })).toBeVisible()
  await page.goto(`${tinySite.address}/the-lamp/`, { waitUntil: 'networkidle' })
  expect(
    await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]),
  ).toEqual([0, 0])
})

test('the size is told before, the progress during, the result after; what was kept can be removed', async ({ browser: program }) => {
  const server = await new FileServer(tinySite.folder).start()
  const browser = await program.newContext()
  const page = await browser.newPage()
  // All but a pack comes, then the reader waits.
  let release: (() => void) | undefined
  server.fault = (path, response, body) => {
    if (release || !path.endsWith('.pack')) return false
    release = () => response.writeHead(200).end(body())
    return true
  }
  await page.goto(`${server.address}/`)
  const control = page.getByRole('main').locator('keep-offline')
  await expect(control).toContainText(/\(about \d\.\d MB\)/u)
  await control.getByRole('button', { name: 'Save for offline' }).click()
  await expect(control.getByRole('progressbar')).toBeVisible()
  await expect.poll(() => control.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.position)).toBeGreaterThan(0.2)
  await expect(control.getByRole('status')).toHaveText('Saving for offline …')
  await expect(control).toContainText(/\d\.\d \/ \d\.\d MB/u)
  await expect(control.getByRole('button')).toHaveText(['Stop saving'])
  release?.()
  await expect(control.getByRole('status')).toHaveText(/^Saved on this device: version \S+ of .+, [\d.]+ MB\.$/u)
  await expect(control.getByRole('progressbar')).toBeHidden()

  await page.goto(`${server.address}/downloads/`)
  await expect(control.getByRole('status')).toHaveText(/^Saved on this device/u)
  await control.getByRole('button', { name: 'Remove from this device' }).click()
  await expect(control.getByRole('status')).toHaveText('Removed from this device.')
  await expect(control.getByRole('button', { name: 'Save for offline' })).toBeFocused()
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]))
    .toEqual([0, 0])
  await server.stop()
  await expect(page.goto(`${server.address}/about/`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/u)
  await browser.close()
})

test('a failure is told with its reason; the next attempt uses what has arrived', async ({ browser: program }) => {
  const server = await new FileServer(tinySite.folder).start()
  const browser = await program.newContext()
  const page = await browser.newPage()
  const control = page.getByRole('main').locator('keep-offline')
  const keep = control.getByRole('button', { name: 'Save for offline' })
  await page.goto(`${server.address}/`)
  server.fault = (path, response) => (path === '/the-lamp/' || path.endsWith('.pack')) && !!response.writeHead(404).end()
  await keep.click()
  await expect(control.getByRole('status')).toHaveText(/the site is being updated/u)
  server.fault = undefined
  server.asked.length = 0
  await keep.click()
  await expect(control.getByRole('status')).toHaveText(/^Saved on this device/u)
  const fetched = server.asked.filter((path) => path !== '/sw.js')
  expect(fetched.length, fetched.join(' ')).toBeLessThan(30)

  await control.getByRole('button', { name: 'Remove from this device' }).click()
  await server.stop()
  await keep.click()
  await expect(control.getByRole('status')).toHaveText(/the connection was lost/u)

  await server.start()
  const device = await browser.newCDPSession(page)
  await device.send('Storage.overrideQuotaForOrigin', { origin: server.address, quotaSize: 150_000 })
  await keep.click()
  await expect(control.getByRole('status')).toHaveText(/not enough space on this device/u)
  await browser.close()
  await server.stop()
})

test('who stops it keeps what has arrived, and goes on from there', async ({ browser: program }) => {
  const server = await new FileServer(tinySite.folder).start()
  const browser = await program.newContext()
  const page = await browser.newPage()
  const control = page.getByRole('main').locator('keep-offline')
  await page.goto(`${server.address}/`)
  // One pack never comes.
  let waits: string | undefined
  server.fault = (path) => {
    if (path.endsWith('.pack')) waits ??= path
    return path === waits
  }
  await control.getByRole('button', { name: 'Save for offline' }).click()
  await expect.poll(() => server.asked.filter((path) => path.endsWith('.pack')).length).toBeGreaterThan(1)
  await expect.poll(() => control.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.position)).toBeGreaterThan(0.2)
  await control.getByRole('button', { name: 'Stop saving' }).press('Enter')
  await expect(control.getByRole('status')).toHaveText(/^Stopped\. What has arrived is kept/u)
  await expect(control.getByRole('button', { name: 'Save for offline' })).toBeFocused()

  server.fault = undefined
  const before = server.asked.filter((path) => path.endsWith('.pack'))
  server.asked.length = 0
  await control.getByRole('button', { name: 'Save for offline' }).click()
  await expect(control.getByRole('status')).toHaveText(/^Saved on this device/u)
  const after = server.asked.filter((path) => path.endsWith('.pack'))
  expect(after).toContain(waits)
  expect(after.filter((path) => before.includes(path)).length).toBeLessThan(before.length)
  await browser.close()
  await server.stop()
})

// Where one lies in the other, as in `neighbours.spec.ts`, they could touch more easily.
test('two sites on one host do not touch each other', { tag: '@long' }, async ({ browser: program }, testInfo) => {
  const folder = testInfo.outputPath('host')
  mkdirSync(folder)
  for (const name of ['one', 'two']) await writeBuild(tinySite, name === 'one' ? 1 : 2, `${folder}/${name}`)
  const server = await new FileServer(folder).start()
  const browser = await program.newContext()
  const page = await browser.newPage()
  await keepOffline(page, `${server.address}/one`)
  await keepOffline(page, `${server.address}/two`)
  await page.getByRole('main').getByRole('button', { name: 'Remove from this device' }).click()
  await expect(page.getByRole('main').locator('keep-offline').getByRole('status')).toHaveText('Removed from this device.')
  await server.stop()
  await page.goto(`${server.address}/one/the-lamp`)
  await expect(page.locator('meta[name=build]')).toHaveAttribute('content', '1')
  await browser.close()
})

test('the panel on every page keeps the site as well, its script is asked for when the panel is opened, and what was cleared away is kept again', async ({
  browser: program,
}) => {
  const server = await new FileServer(tinySite.folder).start()
  const browser = await program.newContext()
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${server.address}/the-lamp/`, { waitUntil: 'networkidle' })
  expect(asked.filter((url) => url.includes('keep-offline'))).toEqual([])
  await page.getByRole('button', { name: 'Display settings' }).click()
  const control = page.locator('#reader-choices keep-offline')
  await control.getByRole('button', { name: 'Save for offline' }).click()
  await expect(control.getByRole('status')).toHaveText(/^Saved on this device: version /u)
  // A worker whose files the browser has cleared away can be told to keep them again.
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))))
  await keepOffline(page, server.address)
  await server.stop()
  await page.goto(`${server.address}/the-watch/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The second watch')
  await browser.close()
})
