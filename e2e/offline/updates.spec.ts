import { expect, test } from 'playwright/test'
import { FileServer } from '../support/file-server.ts'
import { tinySite } from '../support/sites.ts'
import { keepOffline } from './browser.ts'
import { writeBuild } from './builds.ts'
import { updateUnderFaults } from './faults.ts'

// Which of them, and when, is another in every run; `check:long` has all.
test('an update with faults of different kinds at random moments: the site stays whole, and of one build', async ({
  browser: program,
}, testInfo) => {
  const server = await new FileServer(await writeBuild(tinySite, 0, testInfo.outputPath('0'))).start()
  const browser = await program.newContext()
  await keepOffline(await browser.newPage(), server.address)
  await updateUnderFaults(browser, server, tinySite, testInfo.outputPath('.'), 2, Date.now())
  await browser.close()
  await server.stop()
})

test('the reader is told of a new version and reads it when asked; a page in another window stays of one build', async ({
  browser: program,
}, testInfo) => {
  const server = await new FileServer(await writeBuild(tinySite, 0, testInfo.outputPath('0'))).start()
  const browser = await program.newContext()
  const [page, other] = [await browser.newPage(), await browser.newPage()]
  await keepOffline(page, server.address)
  for (const each of [page, other]) await each.goto(`${server.address}/the-lamp/`)
  await expect(page.locator('newer-edition')).toBeEmpty()

  server.folder = await writeBuild(tinySite, 1, testInfo.outputPath('1'))
  // The browser looks for a new version at every visit.
  await page.goto(`${server.address}/about/`)
  await page.goto(`${server.address}/the-lamp/`)
  await expect(page.locator('newer-edition p')).toHaveText(/^A new version of this publication is ready: version \S+ of .+\.$/u)
  await expect(page.locator('meta[name=build]')).toHaveAttribute('content', '0')

  // “Later” is remembered while the browser is open, and what that remembers is gone when it is opened anew.
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.locator('newer-edition')).toBeEmpty()
  await page.goto(`${server.address}/about/`, { waitUntil: 'networkidle' })
  await expect(page.locator('newer-edition')).toBeEmpty()
  await page.evaluate(() => sessionStorage.clear())
  await page.goto(`${server.address}/the-lamp/`)

  await server.stop()
  await page.getByRole('button', { name: 'Read the new version' }).click()
  await expect(page.locator('meta[name=build]')).toHaveAttribute('content', '1')
  await expect(page).toHaveURL(`${server.address}/the-lamp/`)
  await expect(page.locator('newer-edition')).toBeEmpty()

  await expect(other.locator('meta[name=build]')).toHaveAttribute('content', '0')
  const page0 = await other.evaluate(async () => (await fetch('../the-watch/')).text())
  expect(page0, 'what an old page asks for is old').toContain('<meta name="build" content="0">')
  await other.reload()
  await expect(other.locator('meta[name=build]')).toHaveAttribute('content', '1')
  await browser.close()
})

test('where there is no room for an update, the version before stays, and the update comes when there is', async ({
  browser: program,
}, testInfo) => {
  const server = await new FileServer(await writeBuild(tinySite, 0, testInfo.outputPath('0'))).start()
  const browser = await program.newContext()
  const page = await browser.newPage()
  await keepOffline(page, server.address)
  const device = await browser.newCDPSession(page)
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  await device.send('Storage.overrideQuotaForOrigin', { origin: server.address, quotaSize: used + 200_000 })

  server.folder = await writeBuild(tinySite, 1, testInfo.outputPath('1'))
  expect(await update(page)).toBe('failed')
  await server.stop()
  await page.goto(`${server.address}/the-lamp/`)
  await expect(page.locator('meta[name=build]')).toHaveAttribute('content', '0')

  await device.send('Storage.overrideQuotaForOrigin', { origin: server.address })
  await server.start()
  expect(await update(page)).toBe('waits')
  await browser.close()
  await server.stop()

  /** Looks for a new version and tells what became of it. */
  function update(from: typeof page): Promise<'failed' | 'waits'> {
    return from.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
      const worker = registration?.installing ?? registration?.waiting
      while (worker?.state === 'installing') await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }))
      return worker?.state === 'installed' ? 'waits' : 'failed'
    })
  }
})
